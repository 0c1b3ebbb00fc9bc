package io.patchbay.events;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The position of a subscriber: the next offset of every partition of both topics, from partition 0 on. Clients get it as an opaque
 * text. A topic may have got more partitions since.
 *
 * @param incarnation of the topics of these offsets; new topics count from 0 again
 */
record Cursor(int incarnation, List<Long> agents, List<Long> interactions) {
    private static final byte VERSION = 2;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int LONGEST = 64 * 1024;
    private static final int SEVEN = 0x7f;

    Cursor {
        agents = List.copyOf(agents);
        interactions = List.copyOf(interactions);
    }

    String text() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(incarnation).array());
        write(body, agents.size());
        agents.forEach(offset -> write(body, offset));
        interactions.forEach(offset -> write(body, offset));
        byte[] bytes = body.toByteArray();
        ByteBuffer all = ByteBuffer.allocate(HEAD + bytes.length).put(VERSION).putInt(sum(bytes)).put(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    /** Empty for a text that {@link #text} never wrote. */
    static Optional<Cursor> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            byte version = all.get();
            int sum = all.getInt();
            byte[] bytes = new byte[all.remaining()];
            all.get(bytes);
            return version == VERSION && sum == sum(bytes) ? Optional.of(read(ByteBuffer.wrap(bytes))) : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    private static Cursor read(ByteBuffer body) {
        int incarnation = body.getInt();
        long split = number(body);
        List<Long> agents = new ArrayList<>();
        List<Long> interactions = new ArrayList<>();
        while (body.hasRemaining()) {
            (agents.size() < split ? agents : interactions).add(number(body));
        }
        if (agents.size() < split) {
            throw new IllegalArgumentException("offsets are missing");
        }
        return new Cursor(incarnation, agents, interactions);
    }

    private static void write(ByteArrayOutputStream out, long offset) {
        long rest = offset;
        while (rest > SEVEN) {
            out.write((int) (rest & SEVEN) | SEVEN + 1);
            rest >>>= Byte.SIZE - 1;
        }
        out.write((int) rest);
    }

    private static long number(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += Byte.SIZE - 1) {
            byte part = in.get();
            number |= (long) (part & SEVEN) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("no offset is that long");
    }

    private static int sum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
