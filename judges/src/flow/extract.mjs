// What a run wrote, read as blobs and seen as files of a data lake.
import { BlobServiceClient } from '@azure/storage-blob';
import { DataLakeServiceClient } from '@azure/storage-file-datalake';
import { COLUMNS, DATASET } from './copy.mjs';
import { require } from './setting.mjs';

/** @returns how many rows there are, which is what the metadata says too */
export async function countRows(at, credential, account, container, folder) {
  const service = new BlobServiceClient(`${at.blob}/${account}`, credential);
  const client = service.getContainerClient(container);
  const names = [];
  let rows = 0;
  for await (const page of client.listBlobsFlat({ prefix: `${folder}/` }).byPage({ maxPageSize: 2 })) {
    names.push(...page.segment.blobItems.map((one) => one.name));
  }
  const read = async (name) => (await client.getBlockBlobClient(name).downloadToBuffer()).toString('utf8');
  for (const name of names.filter((one) => !one.includes('/metadata/'))) {
    const lines = (await read(name)).split('\n').filter((line) => line);
    for (const row of lines.map((line) => JSON.parse(line))) {
      require(COLUMNS.every((column) => column in row), `A row of ${name} lacks a column.`);
    }
    rows += lines.length;
  }
  const metadata = JSON.parse(await read(`${folder}/metadata/JobMetadata`));
  require(metadata.TableName === DATASET, `The metadata is of ${metadata.TableName}.`);
  require(metadata.NumberOfRowsExtracted === rows, `The metadata counts ${metadata.NumberOfRowsExtracted} rows.`);
  await compareWithLake(at, credential, account, container, folder, names);
  return rows;
}

async function compareWithLake(at, credential, account, container, folder, blobs) {
  const service = new DataLakeServiceClient(`${at.dfs}/${account}`, credential);
  const files = [];
  for await (const path of service.getFileSystemClient(container).listPaths({ path: folder, recursive: true })) {
    if (!path.isDirectory) {
      files.push(path.name);
    }
  }
  require(files.sort().join() === blobs.sort().join(), `The lake has ${files}, and the container ${blobs}.`);
}
