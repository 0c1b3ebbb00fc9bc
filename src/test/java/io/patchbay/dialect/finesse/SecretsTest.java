package io.patchbay.dialect.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.contract.Connection;
import io.patchbay.testing.LogLines;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digits and passwords are in no log line, at any level, in no answer and in no notification. */
class SecretsTest {
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final String OURS = "io.patchbay";
    private static final String SECRET = "471147114711";
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private LogLines log;

    @BeforeEach
    void listen() {
        log = new LogLines(lines::add);
    }

    @AfterEach
    void leave() {
        log.close();
    }

    private static String tones(String digits) {
        return "<Dialog><requestedAction>SEND_DTMF</requestedAction><targetMediaAddress>5069</targetMediaAddress>"
                + "<actionParams><ActionParam><name>dtmfString</name><value>" + digits + "</value></ActionParam></actionParams></Dialog>";
    }

    @Test
    void no_secret_leaves_the_process() {
        LogManager.getLogger(OURS + ".test").trace("is heard");
        FinesseClient dan = new FinesseClient(GATEWAY, "dan");
        Connection notifications = Connection.webSocketOf(GATEWAY, "/finesse/notifications", "dan", "dan");
        List<String> told = new ArrayList<>(List.of(notifications.next()));
        List<HttpResponse<String>> answers = new ArrayList<>();
        dan.login("5069");
        try {
            for (String body : List.of(SECRET, "<" + SECRET, tones(SECRET).replace("</Dialog>", ""), tones(SECRET + "x"), tones(SECRET),
                    "<!DOCTYPE a [<!ENTITY e \"" + SECRET + "\">]><Dialog/>", "<User><state>" + SECRET + "</state></User>")) {
                answers.add(dan.send("PUT", "/User/dan", body));
                answers.add(dan.send("PUT", "/Dialog/0123456789ABCDEF0123456789ABCDEF", body));
            }
            answers.add(dan.send("GET", "/User/dan", new byte[0], FinesseClient.basic("dan", SECRET)));
            answers.add(dan.send("PUT", "/User/dan", "<User/>".getBytes(StandardCharsets.UTF_8), FinesseClient.basic(SECRET, "x")));
            answers.add(dan.send("POST", "/User/dan/Dialogs", "<Dialog><requestedAction>MAKE_CALL</requestedAction>"
                    + "<fromAddress>5069</fromAddress><toAddress>+15550100</toAddress></Dialog>"));
            while (!told.get(told.size() - 1).contains("<state>ACTIVE</state>")) {
                told.add(notifications.next());
            }
            String dialog = FinesseClient.text(told.get(told.size() - 1), "id");
            HttpResponse<String> sent = dan.send("PUT", "/Dialog/" + dialog, tones(SECRET));
            assertThat(sent.statusCode()).isEqualTo(202);
            answers.add(sent);
            answers.add(dan.send("PUT", "/Dialog/" + dialog, tones(SECRET + "x")));
            told.add(notifications.next());
            answers.add(dan.send("PUT", "/Dialog/" + dialog, tones("1").replace("SEND_DTMF", "DROP")));
            told.add(notifications.next());
        } finally {
            dan.logout();
            notifications.cut();
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.body()).doesNotContain(SECRET));
        assertThat(told).allSatisfy(update -> assertThat(update).doesNotContain(SECRET));
        assertThat(lines).anyMatch(line -> line.contains("is heard"))
                .allSatisfy(line -> assertThat(line).doesNotContain(SECRET));
    }
}
