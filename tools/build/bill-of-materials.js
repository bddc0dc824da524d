/** Of packages that say so only in an old form, which a lock file does not keep. */
const licencesStatedOtherwise = { busboy: 'MIT', streamsearch: 'MIT' };

/** The name, version and licence of a package in a lock file; undefined where it states no licence. */
exports.packageAt = (place, { version, license }) => {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return { name, version, license: license ?? licencesStatedOtherwise[name] };
};

/**
 * What something is made of, as CycloneDX: a bundle does not show it any more.
 *
 * @param made Its name, version and licence.
 * @param places Those of its packages in the lock file.
 * @param packages The lock file's.
 */
exports.billOfMaterials = ({ name, version, license }, places, packages) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', name, version, licenses: licences(license) } },
  components: places.map((place) => component(place, packages[place])),
});

function component(place, entry) {
  const { name, version, license } = exports.packageAt(place, entry);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [algorithm, digest] = entry.integrity.split('-');
  const hash = {
    alg: algorithm.replace('sha', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
  return { type: 'library', name, version, purl, licenses: licences(license), hashes: [hash] };
}

/** None where a package states none. */
function licences(spdx) {
  if (spdx === undefined) return [];
  return /[ (]/.test(spdx) ? [{ expression: spdx }] : [{ license: { id: spdx } }];
}
