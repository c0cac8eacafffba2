// Prints the violations in a report of Ace by DAISY, a line each, and ends with 1 if there are any.
// usage: node ace_findings.mjs REPORT.json
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const findings = report.assertions.flatMap((file) =>
  file.assertions.map((finding) => {
    const result = finding['earl:result'];
    const place = (result['earl:pointer']?.css ?? [])[0] ?? '';
    const words = result['dct:description'].replace(/\s+/g, ' ');
    return `${file['earl:testSubject'].url} ${place}: ${finding['earl:test']['dct:title']}: ${words}`;
  }));
for (const finding of findings) console.log(finding);
process.exitCode = findings.length || report['earl:result']['earl:outcome'] !== 'pass' ? 1 : 0;
