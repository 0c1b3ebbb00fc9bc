package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary and the code: each term stands for a type or package, and no name of the old vocabulary comes back. */
class GlossaryTest {
    private static final Path PAGE = Path.of("src/docs/glossary.md");
    private static final Path MODEL = Path.of("src/main/java/io/patchbay/model");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern FORMER = Pattern.compile("(?m)^\\| (`[^|]+) \\| [^|]+ \\|$");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern NO_CODE = Pattern.compile("(?s)\"\"\".*?\"\"\"|/\\*.*?\\*/|//[^\\n]*|"
            + "\"(\\\\.|[^\"\\\\\\n])*\"|'(\\\\.|[^'\\\\])'");
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z]\\w*\\b");

    private final Markdown page = Markdown.read(PAGE);
    private final List<MatchResult> rows = ROW.matcher(page.section("Terms").text()).results()
            .filter(row -> !row.group(1).equals("term") && !row.group(1).startsWith("-")).toList();

    @Test
    void each_term_stands_for_something_in_the_code() {
        Map<String, Path> types = types(Path.of("src/main/java"));
        assertThat(rows).hasSizeGreaterThan(50).allSatisfy(row -> {
            List<String> named = spans(row.group(3));
            assertThat(named).as(row.group(1)).isNotEmpty()
                    .allSatisfy(name -> assertThat(exists(name, types)).as("%s of the term %s", name, row.group(1)).isTrue());
        });
    }

    @Test
    void each_term_stands_once_in_the_order_of_the_alphabet() {
        List<String> terms = rows.stream().map(row -> row.group(1).toLowerCase(Locale.ROOT)).toList();
        assertThat(terms).doesNotHaveDuplicates().isSorted();
        assertThat(rows.stream().map(row -> row.group(2))).allMatch(meaning -> meaning.endsWith(".")).doesNotHaveDuplicates();
    }

    @Test
    void each_public_type_of_the_model_has_a_term_or_needs_none() {
        Set<String> named = rows.stream().flatMap(row -> spans(row.group(3)).stream()).map(name -> name.replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> ordinary = spans(page.section("Ordinary types").text());
        Set<String> model = types(MODEL).entrySet().stream().filter(type -> isPublic(type.getKey(), type.getValue()))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
        assertThat(model).as("with a term or ordinary").allMatch(type -> named.contains(type) || ordinary.contains(type));
        assertThat(ordinary).as("ordinary types are of the model").doesNotHaveDuplicates().allMatch(model::contains);
    }

    @Test
    void no_type_and_no_variable_has_a_former_name() {
        Set<String> former = former();
        List<String> found = new ArrayList<>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/test/java"))) {
            types(root).keySet().stream().filter(former::contains).forEach(found::add);
        }
        Set<String> variables = former.stream().filter(name -> Character.isLowerCase(name.charAt(0))).collect(Collectors.toSet());
        types(Path.of("src/main/java")).values().forEach(file -> words(NO_CODE.matcher(read(file)).replaceAll(" "))
                .filter(variables::contains).forEach(word -> found.add(word + " in " + file)));
        assertThat(found).isEmpty();
    }

    @Test
    void no_page_and_no_route_file_has_a_former_name() throws IOException {
        Set<String> former = former();
        List<String> found = new ArrayList<>();
        Markdown.all().stream().filter(other -> !other.file().equals(PAGE))
                .forEach(other -> other.spans().stream().filter(former::contains).forEach(span -> found.add(span + " in " + other.file())));
        Set<String> odd = former.stream().filter(name -> name.matches("[A-Z][a-z]+[A-Z]\\w*|[a-z]+[A-Z]\\w*")).collect(Collectors.toSet());
        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            Stream.concat(routes, Markdown.all().stream().map(Markdown::file)).filter(file -> !file.equals(PAGE))
                    .forEach(file -> words(read(file)).filter(odd::contains).forEach(word -> found.add(word + " in " + file)));
        }
        assertThat(found).isEmpty();
    }

    private Set<String> former() {
        Set<String> former = FORMER.matcher(page.section("Former words").text()).results()
                .flatMap(row -> spans(row.group(1).replaceAll(", the .*", "")).stream()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(former).hasSizeGreaterThan(60);
        return former;
    }

    /** A package, a type, or a type inside another. */
    private static boolean exists(String name, Map<String, Path> types) {
        if (name.startsWith("io.patchbay.")) {
            return Files.isDirectory(Path.of("src/main/java", name.split("\\.")));
        }
        String[] parts = name.split("\\.");
        return types.containsKey(parts[0]) && (parts.length == 1
                || Pattern.compile("\\b(record|enum|interface|class) " + parts[1] + "\\b").matcher(read(types.get(parts[0]))).find());
    }

    private static boolean isPublic(String type, Path file) {
        return Pattern.compile("(?m)^public .*\\b" + type + "\\b").matcher(read(file)).find();
    }

    private static Map<String, Path> types(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""), file -> file, (a, b) -> a));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    private static List<String> spans(String text) {
        return SPAN.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
