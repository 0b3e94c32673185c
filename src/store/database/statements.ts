/** How many rows one statement carries: at most five values each, and SQLite takes 32,766 values. */
const rowsPerStatement = 500;

/** Rows by the statements that write them. */
export function* inStatements<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    yield rows.slice(start, start + rowsPerStatement);
  }
}
