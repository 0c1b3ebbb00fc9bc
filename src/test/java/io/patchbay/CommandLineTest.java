package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Markdown;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line = Patchbay.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void help_names_every_command_and_starts_nothing() {
        assertThat(line.execute("--help")).isZero();
        assertThat(out.toString()).contains("run", "check", "hash-password", "new-token", "tail", "version");
    }

    @Test
    void the_readme_names_every_command() {
        String table = Markdown.read(Path.of("README.md")).section("Configure it").text();
        assertThat(line.getSubcommands().keySet()).allSatisfy(command -> assertThat(table).contains("| `" + command + "` | "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "hash-password", "new-token", "tail", "version"})
    void every_command_has_help(String command) {
        assertThat(line.execute(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: patchbay " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "hash-password", "new-token", "tail", "version"})
    void every_command_knows_the_version(String command) {
        assertThat(line.execute(command, "--version")).isZero();
        assertThat(out.toString()).startsWith("Patchbay ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "nonsense", "tail --nonsense", "new-token eve", "new-token eve a tomorrow", "new-token eve a~b",
        "hash-password --iterations 7", "hash-password --iterations many"})
    void a_wrong_command_line_is_status_2_with_a_sentence(String wrong) {
        assertThat(line.execute(wrong.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("patchbay");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void version_is_one_line() {
        assertThat(line.execute("version")).isZero();
        assertThat(out.toString()).startsWith("Patchbay ").hasLineCount(1);
    }

    @Test
    void a_token_and_its_line_are_printed() {
        assertThat(line.execute("new-token", "eve", "wallboard", "2027-12-31")).isZero();
        assertThat(out.toString().lines()).hasSize(2).satisfiesExactly(token -> assertThat(token).startsWith("eve~wallboard~"),
                entry -> assertThat(entry).startsWith("- {name: wallboard, hash: 'pbkdf2:").endsWith("until: '2027-12-31'}"));
    }

    @Test
    void the_files_of_the_project_are_valid_and_the_demo_passwords_are_warned_of() {
        assertThat(line.execute("check")).isZero();
        assertThat(out.toString().lines()).hasSize(2).first().isEqualTo("The configuration is valid.");
        assertThat(out.toString()).contains("Warning: The directory has demo passwords");
    }

    @Test
    void what_is_wrong_is_told_with_status_2() {
        System.setProperty("http.port", "x");
        try {
            assertThat(line.execute("check")).isEqualTo(2);
        } finally {
            System.clearProperty("http.port");
        }
        assertThat(err.toString()).contains("http.port");
        assertThat(Stream.of(out.toString())).containsExactly("");
    }
}
