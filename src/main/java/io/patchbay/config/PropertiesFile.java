package io.patchbay.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a properties file with their numbers. Stricter than {@link java.util.Properties}, so both read the same: one {@code
 * key=value} a line, no continuation lines, no backslashes, no key twice.
 */
record PropertiesFile(Path path, Map<String, Line> lines) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.\\-\\[\\]]+");

    record Line(int number, String value) { }

    static PropertiesFile read(Path path, List<Problem> problems) {
        PropertiesFile file = new PropertiesFile(path, new LinkedHashMap<>());
        try {
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                file.add(i + 1, lines.get(i).strip(), problems);
            }
        } catch (CharacterCodingException e) {
            problems.add(new Problem(path.toString(), "", null, "the file must be UTF-8 text"));
        } catch (IOException e) {
            problems.add(new Problem(path.toString(),
                    "", null, "the file does not exist or cannot be read. Start the gateway in the directory that holds config"));
        }
        return file;
    }

    String where(String key) {
        return path + ":" + lines.get(key).number();
    }

    private void add(int number, String line, List<Problem> problems) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals).strip();
        String value = equals < 0 ? null : line.substring(equals + 1).strip();
        if (value == null || !KEY.matcher(key).matches()) {
            problems.add(new Problem(path + ":" + number, '"' + (Secret.isMentioned(line) ? beginning(line) : line) + '"', null,
                    "is not a key=value line. A comment starts with #"));
        } else if (value.indexOf('\\') >= 0) {
            problems.add(new Problem(path + ":" + number, key, shown(key, value), "must have no backslash: paths take /, a key one line"));
        } else if (lines.containsKey(key)) {
            problems.add(new Problem(path + ":" + number, key, shown(key, value),
                    "stands in line " + lines.get(key).number() + " too. Remove one"));
        } else {
            lines.put(key, new Line(number, value));
        }
    }

    private static String shown(String key, String value) {
        return Secret.isNamed(key) ? null : value;
    }

    /** Without what may be the secret. */
    private static String beginning(String line) {
        Matcher key = KEY.matcher(line);
        return (key.lookingAt() ? key.group() : "") + "...";
    }
}
