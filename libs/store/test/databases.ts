// Not from the index of @trunkline/testing: that starts whole services, which stand on this library.
export { eachDatabase, onPostgres } from '../../testing/src/databases/each-database';
