// A mail server that keeps what it takes: each accepted mail is a file, whole before the client hears of it.
// node smtp-sink.js FOLDER [user:password]  ->  prints "port N" once it listens on loopback.
// How it treats a mail is said by its recipient: busy-451@, gone-550@ (refused), late-451@, late-550@ (refused after
// the content), cut@ (kept, then the line is cut before the reply), lost@ (cut and not kept).
'use strict';
const fs = require('fs');
const path = require('path');
const { SMTPServer } = require('smtp-server');

const [folder, login] = process.argv.slice(2);
let count = 0;

const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
const asked = session => session.envelope.rcptTo.map(to => to.address.split('@')[0]);

const keep = (session, raw) => {
  const name = String(++count).padStart(6, '0');
  const envelope = { from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(to => to.address) };
  fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(envelope));
  fs.writeFileSync(path.join(folder, `.${name}.tmp`), raw);
  fs.renameSync(path.join(folder, `.${name}.tmp`), path.join(folder, `${name}.eml`));
};

const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  authOptional: !login,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  logger: false,
  closeTimeout: 500,
  onAuth(auth, session, done) {
    if (`${auth.username}:${auth.password}` === login) done(null, { user: auth.username });
    else done(refusal(535, 'wrong user or password'));
  },
  onRcptTo(address, session, done) {
    const name = address.address.split('@')[0];
    if (name === 'busy-451') done(refusal(451, 'try later'));
    else if (name === 'gone-550') done(refusal(550, 'no such mailbox'));
    else done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const modes = asked(session);
      if (modes.includes('late-451')) return done(refusal(451, 'try later'));
      if (modes.includes('late-550')) return done(refusal(550, 'not wanted'));
      if (!modes.includes('lost')) keep(session, Buffer.concat(chunks));
      if (modes.includes('cut') || modes.includes('lost')) {
        for (const connection of server.connections) connection._socket.destroy();
        return undefined;
      }
      return done();
    });
  },
});

server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(`port ${server.server.address().port}`));
// Whoever started this holds its input open; when that ends, so does this.
process.stdin.on('end', () => process.exit(0)).resume();
