package io.patchbay.dialect.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.contract.Client;
import io.patchbay.contract.DoorContract;
import io.patchbay.contract.Posting;
import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.model.Reason;
import io.patchbay.testing.RunningGateway;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PUT and POST of objects, each with credentials. They have no ids under which they may come again. */
class FinesseContractTest extends DoorContract {
    private static final String NONE = "0123456789ABCDEF0123456789ABCDEF";
    private static final Map<String, String> EXTENSIONS = Map.of("ana", "5001", "ben", "5002");

    @Override
    protected Map<String, String> slow() {
        return Map.of("finesse.requests.burst", "20", "finesse.requests.rate", "5");
    }

    @Override
    protected Client open(RunningGateway at, String user, List<String> names) {
        return new Desk(new Posting(at.http(), user, names), user);
    }

    @Override
    protected String type() {
        return "cti.agent.channelStateChanged.v1";
    }

    @Override
    protected boolean hasRequestIds() {
        return false;
    }

    @Override
    protected String harmless() {
        return "<User><state>DANCE</state></User>";
    }

    @Override
    protected String change(Client by, String id) {
        Desk desk = (Desk) by;
        desk.ready = !desk.ready;
        return "<User><state>" + (desk.ready ? "READY" : "NOT_READY") + "</state></User>";
    }

    @Override
    protected List<String> unreadable() {
        String good = "<User><state>READY</state></User>";
        return Stream.of("", "<", "<User>", "<User/>", "{}", "{\"state\":\"READY\"}", good + good, "x" + good,
                good.replace("User", "Dialog"),
                good.replace("READY", ""), good.replace("READY", "java.lang.Runtime"), "<!DOCTYPE User>" + good,
                "<!DOCTYPE User [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + good.replace("READY", "&e;"),
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + good, "<a>".repeat(40) + "</a>".repeat(40), "POST /User/ana\n" + good,
                "PUT /\n" + good, "PUT /User\n" + good, "PUT /Nothing/ana\n" + good, "PUT /User/ana/Dialogs\n" + good,
                "PUT /SystemInfo\n" + good, "PUT /User/%00\n" + good).toList();
    }

    @Override
    protected List<String> foreign(Client mine, Client others) {
        return List.of("PUT /User/ben\n<User><state>READY</state></User>", "PUT /User/ben\n<User><state>LOGOUT</state></User>",
                "POST /User/ben/Dialogs\n" + dialog("MAKE_CALL", "fromAddress", "5002"),
                "POST /User/ana/Dialogs\n" + dialog("MAKE_CALL", "fromAddress", "5002"),
                "POST /User/ana/Dialogs\n" + dialog("SILENT_MONITOR", "fromAddress", "5001"),
                "PUT /Dialog/" + NONE + "\n" + dialog("DROP", "targetMediaAddress", "5001"),
                "PUT /Dialog/" + NONE + "\n" + dialog("ANSWER", "targetMediaAddress", "5002"),
                "<User><state>LOGIN</state><extension>5002</extension></User>");
    }

    private static String dialog(String action, String parameter, String address) {
        return "<Dialog><requestedAction>" + action + "</requestedAction><" + parameter + ">" + address + "</" + parameter
                + "><toAddress>5002</toAddress></Dialog>";
    }

    @Override
    protected String code(Reason reason) {
        return word(ErrorType.of(reason).text());
    }

    @Override
    protected String tooFast() {
        return "Service_Unavailable";
    }

    private static String word(String type) {
        return type.replace(' ', '_');
    }

    /** A signed-in agent. A request is a method, a path and a body, or a body for its own user. */
    private static final class Desk implements Client {
        private final Posting requests;
        private final String user;
        private boolean ready;

        Desk(Posting requests, String user) {
            this.requests = requests;
            this.user = user;
            assertThat(ask("<User><state>LOGIN</state><extension>" + EXTENSIONS.get(user) + "</extension></User>").refusal()).isEmpty();
        }

        private String[] parts(String request) {
            if (!request.matches("(?s)(PUT|POST) /.*\n.*")) {
                return new String[] {"PUT", "/finesse/api/User/" + user, request};
            }
            String[] lines = request.split("\n", 2);
            String[] head = lines[0].split(" ", 2);
            return new String[] {head[0], "/finesse/api" + head[1], lines[1]};
        }

        @Override
        public void send(String request) {
            String[] parts = parts(request);
            requests.send(parts[0], parts[1], parts[2]);
        }

        @Override
        public Answer answer() {
            HttpResponse<String> response = requests.next();
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
            if (response.statusCode() == 202) {
                assertThat(response.body()).isEmpty();
                return new Answer("", "");
            }
            String type = FinesseClient.text(response.body(), "ErrorType");
            assertThat(response.statusCode()).isBetween(400, 503);
            return new Answer(response.body(), word(type));
        }

        @Override
        public void sendAndLeave(String request) {
            String[] parts = parts(request);
            requests.sendAndLeave(parts[0], parts[1], parts[2]);
        }

        @Override
        public void close() {
            ask("<User><state>NOT_READY</state></User>");
            ask("<User><state>LOGOUT</state></User>");
        }
    }
}
