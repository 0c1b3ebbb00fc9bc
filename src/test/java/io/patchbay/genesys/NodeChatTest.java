package io.patchbay.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.contract.Posting;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.testing.NodeClients;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.Shell;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The public client of npm as the notifications of three agents in a chat, at a real gateway (CHOREOGRAPHY D1). */
class NodeChatTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final URI gateway = RunningGateway.shared().http();
    private final GenesysDesktop ana = GenesysDesktop.of(gateway, "ana");
    private final GenesysDesktop ben = GenesysDesktop.of(gateway, "ben");
    private final GenesysDesktop caro = GenesysDesktop.of(gateway, "caro");
    private final List<GenesysDesktop> agents = List.of(ana, ben, caro);

    @AfterEach
    void signOut() {
        agents.forEach(agent -> agent.ask("POST", "/me", "{\"operationName\":\"EndContactCenterSession\"}"));
    }

    @Test
    void a_whole_chat_with_consultation_conference_transfer_and_leaving_is_heard() {
        agents.forEach(agent -> agent.done("/me", "'operationName':'StartContactCenterSession','channels':['chat']"));
        try (Shell first = notifications("ana"); Shell second = notifications("ben"); Shell third = notifications("caro")) {
            ana.done("/me/channels/chat", "'operationName':'Ready'");
            Posting sim = new Posting(gateway, "sim", List.of());
            sim.send("/platform/chats", "{\"nickname\":\"Pat\",\"queue\":\"sales\"}");
            String id = sim.next().body().replaceFirst(".*\"interaction\":\"([^\"]*)\".*", "$1");
            first.await("chat StatusChange Invited " + id, SOON);
            String chat = "/me/chats/" + id;
            ana.done(chat, "'operationName':'Accept','nickname':'Ann'");
            asked(ana, chat, "Consult", "ben");
            second.await("chat StatusChange Invited " + id, SOON);
            ben.done(chat, "'operationName':'Accept','nickname':'Ben'");
            await().atMost(SOON).until(() -> chats(first).size() == 6);
            accepted(ana, chat, "'operationName':'Conference'");
            asked(ana, chat, "Transfer", "caro");
            third.await("chat StatusChange Invited " + id, SOON);
            caro.done(chat, "'operationName':'Accept','nickname':'Caro'");
            third.await("chat ParticipantsUpdated Chatting " + id, SOON);
            ben.done(chat, "'operationName':'Leave'");
            second.await("chat StatusChange Completed " + id, SOON);
            caro.done(chat, "'operationName':'Complete'");
            third.await("chat StatusChange Completed " + id, SOON);
            assertThat(chats(first)).containsExactly("StatusChange Invited", "StatusChange Chatting", "ParticipantsUpdated Chatting",
                    "log ParticipantJoined ParticipantJoined", "ParticipantsUpdated Chatting", "log ParticipantJoined",
                    "ParticipantsUpdated Chatting", "log ParticipantJoined", "StatusChange Completed");
            assertThat(chats(second)).containsExactly("StatusChange Invited", "StatusChange Chatting", "ParticipantsUpdated Chatting",
                    "log ParticipantJoined ParticipantJoined ParticipantJoined", "ParticipantsUpdated Chatting", "log ParticipantJoined",
                    "ParticipantsUpdated Chatting", "log ParticipantLeft", "ParticipantsUpdated Chatting", "log ParticipantJoined",
                    "StatusChange Completed");
            assertThat(chats(third).get(0)).isEqualTo("StatusChange Invited");
            assertThat(chats(third)).endsWith("ParticipantsUpdated Chatting", "log ParticipantLeft", "StatusChange Completed");
        }
    }

    private static void asked(GenesysDesktop agent, String chat, String operation, String target) {
        accepted(agent, chat, "'operationName':'" + operation + "','targetPath':'/users/" + target + "'");
    }

    private static void accepted(GenesysDesktop agent, String chat, String members) {
        assertThat(agent.ask("POST", chat, "{" + members.replace('\'', '"') + "}").body())
                .matches("\\{\"statusCode\":0,\"referenceId\":[0-9]+}");
    }

    /** What it heard of the chat, without its id. */
    private static List<String> chats(Shell client) {
        return client.output().lines().filter(line -> line.startsWith("chat ")).map(line -> line.startsWith("chat log")
                ? line.substring(5) : line.replaceFirst("^chat (\\S+ \\S+) .*$", "$1")).toList();
    }

    private Shell notifications(String agent) {
        Shell client = NodeClients.run("desktop.mjs", gateway + "/api/v2", "Authorization", GenesysDesktop.basic(agent), "/v2/me/chats");
        client.await("recovered", SOON);
        return client;
    }
}
