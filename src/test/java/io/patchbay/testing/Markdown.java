package io.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of documentation: what in it can be checked. */
public record Markdown(Path file, String text) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern INDENTED = Pattern.compile("(?m)^```");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    /** What stands between fences, and in which language it is said to be. */
    public record Block(String language, String text) { }

    public static Markdown read(Path file) {
        try {
            return new Markdown(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** README.md and every page under src/docs. */
    public static List<Markdown> all() {
        try (Stream<Path> pages = Files.walk(Path.of("src/docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), pages.filter(page -> page.toString().endsWith(".md")).sorted())
                    .map(Markdown::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Block> blocks() {
        return FENCE.matcher(text).results().map(found -> new Block(found.group(1), found.group(2))).toList();
    }

    public List<String> blocks(String language) {
        return blocks().stream().filter(block -> block.language().equals(language)).map(Block::text).toList();
    }

    /** Whether every fence that opens also closes, so that no block escapes the checks. */
    public boolean isBalanced() {
        return INDENTED.matcher(text).results().count() == 2L * blocks().size();
    }

    /** What is written as `code` outside of blocks. */
    public List<String> spans() {
        return SPAN.matcher(prose()).results().map(found -> found.group(1)).toList();
    }

    public List<String> links() {
        return LINK.matcher(prose()).results().map(found -> found.group(1)).toList();
    }

    /** From the heading to the next one of its kind. */
    public Markdown section(String heading) {
        int from = text.indexOf("\n## " + heading + "\n");
        int to = text.indexOf("\n## ", from + 1);
        return new Markdown(file, text.substring(from + 1, to < 0 ? text.length() : to));
    }

    /** From a heading of the third rank to the next one, or to the end of its section. */
    public Markdown part(String heading) {
        int from = text.indexOf("\n### " + heading + "\n");
        String rest = text.substring(from + 1);
        int to = rest.indexOf("\n##", 1);
        return new Markdown(file, to < 0 ? rest : rest.substring(0, to));
    }

    private String prose() {
        return FENCE.matcher(text).replaceAll("");
    }
}
