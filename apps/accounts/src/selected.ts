import { isJsonObject, readJson, select, type Selection, writeJson } from '@trunkline/contracts/accounts';

/** An account as JSON, with those of its attributes that were asked for. */
export function selected(content: string, selection: Selection | undefined): string {
  if (!selection) return content;
  const account = readJson(content);
  return isJsonObject(account) ? writeJson(select(account, selection)) : content;
}
