package io.patchbay.golden;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.config.PasswordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Marks the passwords and the tones that clients send, and finds the marks in what comes out. A password that was wrong stays wrong, and
 * tones that are none stay none. Thread-safe.
 */
final class Secrets {
    /** None: passwords are those of the demo directory. */
    static final Secrets UNMARKED = new Secrets(false);

    private static final String PASSWORD = "Zq8Xw3vKd";
    private static final String TONES = "97*53#1864";
    private static final String NUMBER = "9753186";
    private static final String TONES_NAME = "[\\s\\u00A0]*(?:digits|dtmfString|dtmf|tones)[\\s\\u00A0]*";
    private static final Pattern PASSWORDS = Pattern.compile("(?i)\"[\\s\\u00A0]*password[\\s\\u00A0]*\"\\s*:\\s*\"(?=[^\"])");
    private static final Pattern TEXTS = Pattern.compile("(?i)(\"" + TONES_NAME + "\"\\s*:\\s*\"|<dtmfString>)(?=[^\"<])");
    private static final Pattern ACTION_PARAM = Pattern.compile("\"name\"\\s*:\\s*\"dtmfString\"\\s*,\\s*\"value\"\\s*:\\s*\"(?=[^\"])");
    private static final Pattern NUMBERS = Pattern.compile("(?i)\"" + TONES_NAME + "\"\\s*:\\s*(?=\\d)");
    /** The topic that the clients write to. */
    private static final String COMMANDS = "cti.commands";
    private static final Pattern USER = Pattern.compile("(?m)(- name: (\\S+)$(?:\\n    .*)*?\\n    password: )\\S+$");
    private static final List<String> MARKS = Stream.concat(Stream.of(PASSWORD, TONES, NUMBER), encoded(PASSWORD)).toList();

    private final boolean marks;
    private final List<String> leaks = new CopyOnWriteArrayList<>();

    private Secrets(boolean marks) {
        this.marks = marks;
    }

    static Secrets marked() {
        return new Secrets(true);
    }

    /** In Base64, as credentials are, whatever stands before it. */
    private static Stream<String> encoded(String mark) {
        return IntStream.range(0, 3).mapToObj(before -> {
            String all = Base64.getEncoder().withoutPadding().encodeToString(("x".repeat(before) + mark).getBytes(ISO_8859_1));
            return all.substring((before * 8 + 5) / 6, (before + mark.length()) * 8 / 6);
        });
    }

    /** Of a user of the directory. */
    String password(String user) {
        return marks ? PASSWORD + user : user;
    }

    /** What a client sends instead of the text. */
    String sent(String text) {
        return !marks ? text : before(NUMBERS, NUMBER, before(ACTION_PARAM, TONES,
                before(TEXTS, TONES, before(PASSWORDS, PASSWORD, text))));
    }

    JsonNode sent(JsonNode body) {
        return body == null || !marks ? body : Player.parse(sent(body.toString()));
    }

    private static String before(Pattern place, String mark, String text) {
        return place.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group() + mark));
    }

    /** Notes a mark in it. @param where for people */
    void look(String where, String text) {
        if (marks && MARKS.stream().anyMatch(text::contains)) {
            leaks.add(where + ": " + text);
        }
    }

    void look(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(COMMANDS)) {
            List<byte[]> parts = new ArrayList<>();
            for (Header header : record.headers()) {
                parts.add(header.key().getBytes(UTF_8));
                parts.add(header.value());
            }
            parts.add(record.key());
            parts.add(record.value());
            parts.stream().filter(part -> part != null).forEach(part -> look("topic " + record.topic(), new String(part, ISO_8859_1)));
        }
    }

    /** Fails where a mark was found since it was asked before. */
    void assertNone() {
        List<String> found = List.copyOf(leaks);
        leaks.removeAll(found);
        if (!found.isEmpty()) {
            throw new AssertionError("A password or tones came out:\n  " + String.join("\n  ", found));
        }
    }

    /** The demo directory with marked passwords. */
    Path directory() {
        try {
            String demo = Files.readString(Path.of("config/directory.yaml"));
            String marked = USER.matcher(demo).replaceAll(user -> Matcher.quoteReplacement(user.group(1)
                    + PasswordHash.of(password(user.group(2)), 10_000).line()));
            Path folder = Files.createDirectories(Path.of("target/golden"));
            return Files.writeString(folder.resolve("directory.yaml"), marked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
