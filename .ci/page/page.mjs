// See ../page.sh. usage: page.mjs BASE CHROMIUM [FOLDER OF SCREENSHOTS]
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [base, executablePath, shots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

const question = "Kuzey Kore Rusya'ya kaç asker gönderdi?";
const ask = (q, more = '') => `${base}/?q=${encodeURIComponent(q)}${more}`;
let outside = 0, checks = 0;

// visit opens a context, counts every request that leaves for elsewhere and
// every complaint of the browser, and hands a page to the check.
async function visit(name, options, check) {
  const context = await browser.newContext({ locale: 'tr-TR', viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('request', (r) => { if (!r.url().startsWith(base + '/')) { outside++; complaints.push(`request to ${r.url()}`); } });
  // A busy machine gives up the animation between two pages, which is nobody's fault and says so as an error.
  page.on('pageerror', (e) => { if (!/^Transition was /.test(e.message)) complaints.push(`error: ${e.message}`); });
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type()) && !/status of 40[04]/.test(m.text())) complaints.push(m.text()); });
  try {
    await check(page, context);
    assert.deepEqual(complaints, [], name);
    checks++;
    console.log(`ok   ${name}`);
  } catch (e) {
    process.exitCode = 1;
    console.log(`FAIL ${name}: ${e.message}`);
  }
  await context.close();
}

// whole asks the API for the answer, the judge of what the page shows.
async function whole(q) {
  const r = await fetch(`${base}/v1/ask`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ question: q }) });
  return r.json();
}

// accessible runs axe-core by a debugger's way in, past the page's policy.
async function accessible(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), [], `axe on ${name}`);
}

const kept = ['home-1440-light', 'answer-360-dark', 'open-360-light', 'open-1440-light', 'open-1440-dark', 'refusal-1440-light'];
const lit = (page) => page.locator('mark.lit').evaluateAll((ms) => ms.map((m) => m.textContent).join(''));
const inView = (page, selector) => page.locator(selector).first().evaluate((e) => {
  const r = e.getBoundingClientRect();
  return r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth;
});
const answer = await whole(question);

await visit('ask, and see the quote', {}, async (page) => {
  await page.goto(base + '/');
  await page.fill('#q', question);
  await page.click('form.ask button');
  assert.equal(await page.locator('.quote .words').first().textContent(), answer.quotes[0].text);
  assert.match(await page.textContent('.trace'), new RegExp(answer.id));
});

await visit('click the quote: its bytes are lit up in the article', {}, async (page) => {
  await page.goto(ask(question));
  await page.click('.quote .words');
  await page.waitForURL(/open=/);
  assert.equal(await lit(page), answer.quotes[0].text);
  assert.ok(await inView(page, '#passage'), 'the passage is in view');
  assert.ok(await inView(page, '.quote .words'), 'the quote still is, too');
  const around = await page.textContent('.pane .text');
  assert.ok(around.includes(answer.quotes[0].suffix.trim()), 'what follows the quote is there');
});

await visit('permanent links: the passage, its words, the answer', {}, async (page, context) => {
  await page.goto(ask(question));
  const [passage, words, again] = await page.evaluate(() => [
    document.querySelector('.tools a:nth-of-type(2)').href, document.querySelector('.cite a').href, document.querySelector('.trace a').href]);
  await page.goto(passage);
  assert.equal(await lit(page), answer.quotes[0].text);
  assert.ok(await inView(page, '#passage'));
  const fresh = await context.newPage();
  await fresh.goto(words);
  await fresh.waitForFunction(() => scrollY > 0);
  assert.ok(await inView(fresh, '#passage'));
  // The words alone lead there as well, without the offsets. A browser follows
  // them only for somebody who clicks.
  await fresh.goto(base + '/a/');
  await fresh.evaluate((href) => { document.querySelector('.brand').href = href; },
    `/a/${answer.quotes[0].source.id}#${words.slice(words.indexOf(':~:'))}`);
  await fresh.click('.brand');
  await fresh.waitForFunction(() => scrollY > 0);
  await fresh.goto(again);
  assert.match(await fresh.textContent('.trace'), new RegExp(answer.id));
  assert.equal(await fresh.locator('.note').count(), 0, 'the answer has not changed');
});

await visit('copy with its citation', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
  await page.goto(ask(question));
  await page.click('summary');
  for (const [i, mark] of ['«', '> '].entries()) {
    await page.locator('.copy').nth(i).click();
    await page.waitForFunction(() => document.querySelector('.copied').textContent !== '');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.startsWith(mark), copied);
    assert.ok(copied.includes('5. paragraf'), copied);
    if (mark === '«') assert.ok(copied.includes(`«${answer.quotes[0].text}»`), copied);
  }
});

await visit('without JavaScript: ask, open, read, cite', { javaScriptEnabled: false }, async (page) => {
  await page.goto(base + '/');
  await page.fill('#q', question);
  await page.press('#q', 'Enter');
  assert.equal(await page.locator('.quote .words').first().textContent(), answer.quotes[0].text);
  await page.click('.quote .words');
  assert.equal(await page.locator('mark.lit').allTextContents().then((t) => t.join('')), answer.quotes[0].text);
  await page.click('summary');
  assert.ok(await page.locator('.cite textarea').first().isVisible());
  assert.equal(await page.locator('.copy:visible').count(), 0, 'no button that does nothing');
  await page.click('text=Makaleler');
  await page.click('.articles a');
  assert.ok((await page.textContent('.reading')).length > 1000);
});

await visit('by keyboard alone', {}, async (page) => {
  await page.goto(base + '/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q', 'the question has the focus');
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.quote');
  const at = () => page.evaluate(() => { const a = document.activeElement; return a.className || a.id || a.tagName; });
  const walked = [];
  for (let i = 0; i < 12 && (await at()) !== 'words'; i++) { await page.keyboard.press('Tab'); walked.push(await at()); }
  assert.equal(walked[0], 'skip', 'the first stop leads past the navigation');
  assert.equal(await at(), 'words', `Tab reaches the quote; it went ${walked}`);
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(ring, 'solid', 'the focus is visible');
  await page.keyboard.press('Enter');
  await page.waitForURL(/open=/);
  assert.equal(await lit(page), answer.quotes[0].text);
  await page.keyboard.press('Tab');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q', '"/" leads back to the question');
});

await visit('where the articles disagree, each side says so', {}, async (page) => {
  const q = "Rusya Kuzey Kore'ye teknoloji desteği verdi mi?";
  const { disagreement } = await whole(q);
  await page.goto(ask(q));
  assert.ok(await page.locator('.differ').isVisible());
  for (const { quote } of disagreement.sides) assert.ok(await page.locator(`#quote-${quote} .side`).isVisible(), `side ${quote}`);
});

for (const javaScriptEnabled of [true, false]) {
  await visit(`a follow-up${javaScriptEnabled ? '' : ', without JavaScript'}`, { javaScriptEnabled }, async (page) => {
    await page.goto(base + '/');
    await page.fill('#q', 'Anlaşmayı kim imzaladı?');
    await page.press('#q', 'Enter');
    await page.fill('#next', 'ne zaman?');
    await page.press('#next', 'Enter');
    await page.waitForSelector('.resolved');
    assert.equal(await page.textContent('.resolved q'), 'Anlaşmayı ne zaman imzaladı?');
    assert.match(await page.locator('.quote .words').first().textContent(), /haziran ayında/);
    const here = page.url();
    await page.click('.quote .words');
    assert.ok(await page.locator('mark.lit').count() > 0);
    assert.equal(await page.textContent('.resolved q'), 'Anlaşmayı ne zaman imzaladı?', 'the conversation goes on beside the article');
    await page.click('.earlier a');
    assert.equal(await page.inputValue('#q'), 'Anlaşmayı kim imzaladı?');
    assert.equal(await page.locator('.earlier').count(), 0);
    await page.goto(here);
    await page.click('text=Yeni konuşma');
    assert.equal(page.url(), base + '/');
  });
}

await visit('a refusal lists no source', {}, async (page) => {
  const q = 'Japonya Ay’a kaç robot indirdi?';
  assert.equal((await whole(q)).answered, false);
  await page.goto(ask(q));
  assert.ok(await page.locator('.refusal').isVisible());
  assert.equal(await page.locator('.quote:not(.near)').count(), 0);
});

await visit('hostile questions are words', {}, async (page) => {
  let asked = 0;
  page.on('dialog', (d) => { asked++; return d.dismiss(); });
  for (const q of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "';alert(1)//", '{{.}}\u202e\u0007']) {
    await page.goto(ask(q));
    assert.equal(await page.inputValue('#q'), q);
  }
  assert.equal(asked, 0);
});

await visit('a question that is too long', {}, async (page) => {
  const r = await page.goto(ask('a '.repeat(600)));
  assert.equal(r.status(), 400);
  assert.ok(await page.locator('#problem').isVisible());
  await accessible(page, 'a problem');
});

for (const [width, height] of [[360, 740], [1440, 900]]) {
  for (const colorScheme of ['light', 'dark']) {
    const opened = ask(question, `&open=${encodeURIComponent(`${answer.quotes[0].source.id}/${answer.quotes[0].start}-${answer.quotes[0].end}`)}`);
    for (const [name, url] of [
      ['home', base + '/'], ['answer', ask(question)], ['follow-up', ask('ne zaman?', '&after=' + encodeURIComponent('Anlaşmayı kim imzaladı?'))], ['open', opened + '#passage'], ['refusal', ask('Dünya Kupası finali hangi stadyumda oynandı?')],
      ['articles', base + '/a/'], ['article', `${base}/a/${answer.quotes[0].source.id}/${answer.quotes[0].start}-${answer.quotes[0].end}`],
      ['english', base + '/?lang=en'], ['missing', base + '/a/none'], ['api', base + '/docs'], ['api in english', base + '/docs?lang=en'],
    ]) {
      await visit(`${name}, ${width} px, ${colorScheme}`, { viewport: { width, height }, colorScheme }, async (page) => {
        await page.goto(url);
        const shot = `${name}-${width}-${colorScheme}`;
        if (shots && kept.includes(shot)) { await page.screenshot({ path: join(shots, `${shot}.png`) }); }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `no sideways scrolling: ${wide}`);
        if (await page.locator('summary').count() > 0) { await page.locator('summary').first().click(); }
        await accessible(page, name);
      });
    }
  }
}

await visit('zoomed to 400 % at 1280 px, nothing is lost', { viewport: { width: 320, height: 256 } }, async (page) => {
  for (const url of [base + '/', ask(question), base + '/a/']) {
    await page.goto(url);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, url);
  }
});

await browser.close();
console.log(`${checks} checks hold; ${outside} requests to elsewhere`);
if (outside > 0) process.exitCode = 1;
