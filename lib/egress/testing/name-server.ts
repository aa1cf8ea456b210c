import { createSocket, type Socket } from 'node:dgram';
import { isIP } from 'node:net';
import { type Answer, decode, encode, type Packet } from 'dns-packet';

/** A name server on loopback that answers what it is told to. */
export interface NameServer {
  /** As a setting names it. */
  address: string;
  /** Texts by name; a name that is not there does not exist. */
  texts: Map<string, string[]>;
  /** Names by the alias that stands for them. */
  aliases: Map<string, string>;
  /** Addresses by name, of either family. */
  addresses: Map<string, string[]>;
  /** Whether it fails to answer at all, or refuses. */
  mood: 'well' | 'silent' | 'failing';
  /** Names it was asked for. */
  asked: string[];
  end(): Promise<void>;
}

/** Starts one on a free port, or on the one given. */
export async function startNameServer(port = 0): Promise<NameServer> {
  const socket = createSocket('udp4');
  await new Promise<void>((ready) => socket.bind(port, '127.0.0.1', ready));
  const server: NameServer = {
    address: `127.0.0.1:${socket.address().port}`,
    texts: new Map(),
    aliases: new Map(),
    addresses: new Map(),
    mood: 'well',
    asked: [],
    end: () => closed(socket),
  };
  socket.on('message', (message, from) => {
    const question = decode(message);
    server.asked.push(question.questions?.[0]?.name ?? '');
    if (server.mood === 'silent') return;
    socket.send(encode(answerOf(server, question)), from.port, from.address);
  });
  return server;
}

const closed = (socket: Socket) => new Promise<void>((done) => socket.close(() => done()));

const codes = { well: 0, servfail: 2, noSuchName: 3 };

function answerOf(server: NameServer, { id, questions }: Packet): Packet {
  const name = questions?.[0]?.name ?? '';
  const answers = answersTo(server, name, questions?.[0]?.type ?? 'TXT');
  const code = server.mood === 'failing' ? codes.servfail : answers ? codes.well : codes.noSuchName;
  return {
    ...(id !== undefined && { id }),
    type: 'response',
    flags: 0x0580 | code,
    ...(questions && { questions }),
    answers: code === codes.well ? (answers ?? []) : [],
  };
}

/** Null for a name that does not exist. */
function answersTo(server: NameServer, name: string, type: string): Answer[] | null {
  const { texts, aliases, addresses } = server;
  const key = name.toLowerCase();
  if (![texts, aliases, addresses].some((kind) => kind.has(key))) return null;
  const alias = aliases.get(key);
  if (alias && type !== 'TXT') {
    const step: Answer = { type: 'CNAME', name, ttl: 0, data: alias };
    return type === 'CNAME' ? [step] : [step, ...(answersTo(server, alias, type) ?? [])];
  }
  if (type === 'TXT') {
    return (texts.get(key) ?? []).map((text) => ({
      ...{ type: 'TXT', name, ttl: 0 },
      data: inParts(text),
    }));
  }
  const family = { A: 4, AAAA: 6 }[type];
  return (addresses.get(key) ?? [])
    .filter((address) => isIP(address) === family)
    .map((data) => ({ type: type as 'A' | 'AAAA', name, ttl: 0, data }));
}

/** One text of a record holds 255 bytes. */
const inParts = (text: string) => text.match(/.{1,200}/gsu) ?? [''];
