package io.patchbay.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A client process in Perl, whose socket can drop all that arrives, as if its network were cut: its kernel acknowledges nothing. A filter
 * on the own socket does it, for which Linux asks for no rights.
 */
final class SilentPeer implements AutoCloseable {
    private static final String SCRIPT = """
        use strict; use Socket; $| = 1;
        socket(my $s, PF_INET, SOCK_STREAM, 0) or die $!;
        connect($s, sockaddr_in($ARGV[0], inet_aton("127.0.0.1"))) or die $!;
        syswrite($s, $ARGV[1]);
        sysread($s, my $answer, 1) if $ARGV[1];
        print "connected\\n";
        <STDIN>;
        my $SO_ATTACH_FILTER = 26;
        my $drop = pack("S C C L", 6, 0, 0, 0);
        setsockopt($s, SOL_SOCKET, $SO_ATTACH_FILTER, pack("S x![P] P", 1, $drop)) or die $!;
        print "dead\\n";
        <STDIN>;
        """;
    private final Process process;
    private final BufferedReader said;

    /** Connected, and answered if it sends something first. */
    SilentPeer(int port, String first) throws IOException {
        process = new ProcessBuilder("perl", "-e", SCRIPT, Integer.toString(port), first).redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        expect("connected");
    }

    /** From now on it acknowledges nothing. */
    SilentPeer die() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        expect("dead");
        return this;
    }

    /** The process no longer runs, but its kernel acknowledges. */
    SilentPeer stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
        return this;
    }

    private void expect(String word) throws IOException {
        String line = said.readLine();
        if (!word.equals(line)) {
            throw new IOException("The client said " + line + " and not " + word);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
