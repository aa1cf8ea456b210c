import { createSocket, type Socket } from 'node:dgram';
import { decode, encode, type Packet } from 'dns-packet';

/** A name server on loopback that answers what it is told to. */
export interface NameServer {
  /** As a setting names it. */
  address: string;
  /** Texts by name; a name that is not there does not exist. */
  texts: Map<string, string[]>;
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

function answerOf({ texts, mood }: NameServer, { id, questions }: Packet): Packet {
  const name = questions?.[0]?.name ?? '';
  const values = texts.get(name.toLowerCase());
  const code = mood === 'failing' ? codes.servfail : values ? codes.well : codes.noSuchName;
  return {
    ...(id !== undefined && { id }),
    type: 'response',
    flags: 0x0580 | code,
    ...(questions && { questions }),
    answers: (code === codes.well ? (values ?? []) : []).map((text) => ({
      type: 'TXT' as const,
      name,
      ttl: 0,
      data: inParts(text),
    })),
  };
}

/** One text of a record holds 255 bytes. */
const inParts = (text: string) => text.match(/.{1,200}/gsu) ?? [''];
