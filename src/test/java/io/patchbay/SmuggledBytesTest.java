package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Broker;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.GatewayInvariants;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that two readers may take for different requests, or for none, are one request or none, and disturb nobody. */
class SmuggledBytesTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int CASES = 150;
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3}) ");
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");
    private static final String SIM = "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes(StandardCharsets.UTF_8));

    @RegisterExtension
    static final Broker broker = new Broker();
    private static RunningGateway gateway;
    private static GatewayInvariants premises;

    static Stream<Corpus.Bytes> cases() {
        return Corpus.bytes().stream();
    }

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("node.name", "bytes"));
        premises = new GatewayInvariants(gateway.http(), "bytes");
    }

    @AfterAll
    static void every_record_is_where_it_belongs() {
        premises.everyRecordIsWhereItBelongs();
        premises.close();
        gateway.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bytes_are_answered_once_and_steer_nothing(Corpus.Bytes sent) throws IOException {
        String received = sent.isHttp() ? overHttp(sent.bytes()) : overLines(sent);
        assertThat((sent.isHttp() ? STATUS : CODE).matcher(received).results().map(found -> found.group(1)))
                .as("%s: %s", sent.name(), received).containsExactlyElementsOf(sent.answers());
        premises.tellsNothing(sent.bytes(), received);
        premises.isWell(sent.name());
    }

    @Test
    void the_corpus_is_large() {
        assertThat(Corpus.size()).isGreaterThanOrEqualTo(CASES);
    }

    /** The head with the line ends of HTTP. The gateway closes the connection. */
    private static String overHttp(String text) throws IOException {
        int head = text.indexOf("\n\n");
        String request = text.substring(0, head).replace("\n", "\r\n") + "\r\n\r\n" + text.substring(head + 2);
        try (Socket socket = new Socket(gateway.http().getHost(), gateway.http().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.replace("$B", SIM).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The gateway answers each line and the end of the lines. */
    private static String overLines(Corpus.Bytes sent) throws IOException {
        try (Socket socket = new Socket(gateway.http().getHost(), gateway.harmonyTcp())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(sent.bytes().getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
