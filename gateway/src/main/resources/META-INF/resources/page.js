'use strict';

// Which services are up, from /q/health every five seconds; their versions, from their own documents, once each is up.
const versions = new Map();
const words = { UP: '正常 Up', DOWN: '不可用 Down' };

function cell(row, at) {
  while (row.cells.length <= at) row.insertCell();
  return row.cells[at];
}

async function showVersion(row, service) {
  if (versions.has(service)) return;
  versions.set(service, '…');
  try {
    const answer = await fetch(`/${service}/q/openapi?format=json`);
    if (!answer.ok) throw new Error(answer.status);
    versions.set(service, (await answer.json()).info.version);
    cell(row, 3).textContent = versions.get(service);
  } catch (failure) {
    versions.delete(service);
  }
}

function show(row, check) {
  const service = row.dataset.service;
  cell(row, 1).textContent = words[check.status];
  cell(row, 1).className = check.status;
  cell(row, 2).textContent = `${check.data.ready} / ${check.data.instances}`;
  cell(row, 3);
  if (!cell(row, 4).firstChild) {
    const link = cell(row, 4).appendChild(document.createElement('a'));
    link.href = `/${service}/q/openapi`;
    link.textContent = 'OpenAPI';
  }
  if (check.status === 'UP') showVersion(row, service);
}

async function look() {
  const asked = document.getElementById('asked');
  try {
    const health = await (await fetch('/q/health', { cache: 'no-store' })).json();
    for (const row of document.getElementById('services').rows) {
      const check = health.checks.find((one) => one.name === row.dataset.service);
      if (check) show(row, check);
    }
    asked.textContent = `查询于 Asked at ${new Date().toLocaleTimeString()}`;
  } catch (failure) {
    asked.textContent = '网关没有回答。 The gateway does not answer.';
  }
}

fetch('/identity.json').then((answer) => answer.json()).then(({ issuer }) => {
  document.getElementById('account').href = `${issuer}/account/`;
  document.getElementById('administration').href = issuer.replace('/realms/', '/admin/') + '/console/';
});
look();
setInterval(look, 5000);
