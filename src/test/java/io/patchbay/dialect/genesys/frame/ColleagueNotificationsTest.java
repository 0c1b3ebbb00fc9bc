package io.patchbay.dialect.genesys.frame;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.Story.CARO;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.genesys.ContactStory;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Expected lists are those of CHOREOGRAPHY D1: ana (A) serves Pat (X), ben is the target (B), caro is another agent in the session (C).
 * {@code Ana'} is the second participant of ana during a consultation.
 */
class ColleagueNotificationsTest {
    private static final String DATA = "AttachUserData DeleteUserData UpdateUserData ";
    private static final String TO_AGENTS = "SendToAgents SendStartTypingToAgentsNotification SendStopTypingToAgentsNotification";
    private static final String FIRST = "Transfer Leave Invite Consult SetInFocus SetDisposition " + DATA;
    private static final String LAST = "Complete SendMessage SendStartTypingNotification SendStopTypingNotification";
    private static final String ALONE = FIRST + LAST;
    private static final String TOGETHER = FIRST + TO_AGENTS + " " + LAST;
    private static final String CONSULTED = "Leave SetInFocus " + DATA + TO_AGENTS;
    private static final String OVER_TOGETHER = "Leave SetInFocus SetDisposition " + DATA + "Complete";
    private static final String CUSTOMER = "Joined Pat All, Joined Ana All";
    private static final String TO_BEN = ",'targetPath':'/users/ben'";
    private static final String TO_CARO = ",'targetUri':'http://x/api/v2/contacts/caro'";

    private static ContactStory consulting() {
        return ContactStory.served().request(ANA, "'Consult'" + TO_BEN).asked(BEN);
    }

    private static ContactStory consulted() {
        return consulting().request(BEN, "'Accept'");
    }

    private static ContactStory conference() {
        return ContactStory.served().request(ANA, "'Invite'" + TO_BEN).asked(BEN).request(BEN, "'Accept'");
    }

    /** Caro is consulted beside ana and ben, whom Pat sees. */
    private static ContactStory consultedInConference() {
        return conference().request(ANA, "'Consult'" + TO_CARO).asked(CARO).request(CARO, "'Accept'");
    }

    /** Caro is the third whom Pat sees. */
    private static ContactStory threeInConference() {
        return conference().request(ANA, "'Invite'" + TO_CARO).asked(CARO).request(CARO, "'Accept'");
    }

    private static void told(ContactStory story, List<String> ana, List<String> ben, List<String> caro, List<String> customer) {
        assertThat(story.tells(ANA)).as("ana").isEqualTo(ana);
        assertThat(story.tells(BEN)).as("ben").isEqualTo(ben);
        assertThat(story.tells(CARO)).as("caro").isEqualTo(caro);
        assertThat(story.customer()).as("customer").isEqualTo(customer);
    }

    private static void told(ContactStory story, List<String> ana, List<String> ben, List<String> customer) {
        told(story, ana, ben, List.of(), customer);
    }

    @Test
    void a_consultation_tells_ana_when_ben_has_accepted_and_pat_nothing() {
        ContactStory story = ContactStory.served().request(ANA, "'Consult'" + TO_BEN);
        assertThat(story.reply().path("referenceId").isInt()).isTrue();
        told(story, List.of(), List.of(), List.of());
        told(story.asked(BEN), List.of(), List.of("SC(Invited)"), List.of());
        assertThat(story.capabilities(BEN)).isEqualTo("Accept Reject");
        assertThat(story.data(BEN).get(0).at("/smssession/userData/segment").asText()).isEqualTo("gold");
        told(story.request(BEN, "'Accept'"), List.of("P[Ana' Ben Pat Ana]", "L(Joined Ben Agents)"),
                List.of("SC(Chatting ref)", "P[Ana' Ben Pat Ana]", "L(" + CUSTOMER + ", Joined Ben Agents)"), List.of());
        assertThat(story.capabilities(ANA)).isEqualTo(TOGETHER);
        assertThat(story.capabilities(BEN)).isEqualTo(CONSULTED);
        assertThat(story.data(BEN).get(0).at("/smssession/capabilities")).as("in both").hasSize(8);
    }

    @Test
    void what_consulted_agents_write_or_type_never_reaches_pat() {
        for (String operation : List.of("'SendMessage','text':'Psst'", "'SendToAgents','text':'Psst'")) {
            told(consulted().request(BEN, operation), List.of("L(Text Ben Agents)"), List.of("L(Text Ben Agents)"), List.of());
        }
        List<String> url = List.of("L(PushUrl Ben Agents)");
        told(consulted().request(BEN, "'SendUrl','url':'http://x.example'"), url, url, List.of());
        for (String audience : List.of("", "ToAgents")) {
            List<String> typing = List.of("L(TypingStarted Ben Agents)");
            told(consulted().request(BEN, "'SendStartTyping" + audience + "Notification'"), typing, typing, List.of());
        }
        List<String> notice = List.of("L(CustomNotice Ana Agents)");
        told(consulted().request(ANA, "'SendCustomNoticeToAgents','noticeText':'Psst'"), notice, notice, List.of());
        List<String> typing = List.of("L(TypingStopped Ana Agents)");
        told(consulted().request(ANA, "'SendStopTypingToAgentsNotification'"), typing, typing, List.of());
        List<String> text = List.of("L(Text Ana All)");
        told(consulted().request(ANA, "'SendMessage','text':'Hi'"), text, text, List.of("TEXT Ana"));
    }

    @Test
    void what_agents_wrote_to_each_other_is_in_the_log_of_who_comes_later() {
        ContactStory story = consulted().request(BEN, "'SendToAgents','text':'Psst'").request(ANA, "'Conference'")
                .request(BEN, "'Invite'" + TO_CARO).asked(CARO).request(CARO, "'Accept'");
        assertThat(story.tells(CARO)).containsExactly("SC(Chatting ref)", "P[Ana Ben Caro Pat]",
                "L(" + CUSTOMER + ", Joined Ben Agents, Text Ben Agents, Joined Ben All, Joined Caro All)");
        assertThat(story.customer()).containsExactly("PARTICIPANT_JOINED Caro");
    }

    @Test
    void a_consultation_that_comes_to_nothing_is_an_error_with_the_number_of_its_reply() {
        ContactStory rejected = consulting();
        int number = ContactStory.served().request(ANA, "'Consult'" + TO_BEN).reply().path("referenceId").asInt();
        told(rejected.request(BEN, "'Reject'"), List.of("E[Ana Pat] ref"), List.of("SC(Completed ref)"), List.of());
        assertThat(rejected.data(ANA).get(0).path("referenceId").asInt()).isEqualTo(number);
        assertThat(rejected.data(ANA).get(0).path("errorMessage").asText()).isEqualTo("Operation failed");
        assertThat(rejected.capabilities(ANA)).isEqualTo(ALONE);
        ContactStory expired = consulting().expires();
        told(expired, List.of("E[Ana Pat] ref"), List.of("SC(Revoked)"), List.of());
        assertThat(expired.data(ANA).get(0).path("referenceId").asInt()).isEqualTo(number);
        ContactStory busy = ContactStory.served().request(ANA, "'Consult'" + TO_BEN).refused(BEN);
        told(busy, List.of("E[Ana Pat] ref"), List.of(), List.of());
        assertThat(busy.data(ANA).get(0).path("referenceId").asInt()).isEqualTo(number);
    }

    @Test
    void a_queue_that_finds_nobody_is_an_error_too() {
        for (String operation : List.of("'Consult'", "'Invite'")) {
            ContactStory story = ContactStory.served().request(ANA, operation + ",'targetUri':'/queues/sales'");
            int number = story.reply().path("referenceId").asInt();
            told(story.expires(), List.of("E[Ana Pat] ref"), List.of(), List.of());
            assertThat(story.data(ANA).get(0).path("referenceId").asInt()).isEqualTo(number);
        }
    }

    @Test
    void a_queue_that_is_consulted_looks_on_after_a_rejection() {
        ContactStory story = ContactStory.served().request(ANA, "'Consult','queueName':'sales'").found(BEN);
        assertThat(story.tells(BEN)).containsExactly("SC(Invited)");
        told(story.request(BEN, "'Reject'"), List.of(), List.of("SC(Completed ref)"), List.of());
        assertThat(story.found(CARO).tells(CARO)).containsExactly("SC(Invited)");
        told(story.request(CARO, "'Accept'"), List.of("P[Ana' Caro Pat Ana]", "L(Joined Caro Agents)"), List.of(),
                List.of("SC(Chatting ref)", "P[Ana' Caro Pat Ana]", "L(" + CUSTOMER + ", Joined Caro Agents)"), List.of());
    }

    @Test
    void who_asked_and_is_gone_before_the_answer_withdraws_the_invitation() {
        for (String operation : List.of("'Leave'", "'Complete'", "'LeaveAndComplete'", "'Transfer','queueName':'sales'")) {
            ContactStory story = consulting().request(ANA, operation);
            assertThat(story.tells(BEN)).as(operation).containsExactly("SC(Revoked)");
            assertThat(story.tells(ANA)).as(operation).noneMatch(told -> told.startsWith("E"))
                    .last().isEqualTo(operation.equals("'Leave'") ? "SC(LeftChat ref)"
                            : operation.startsWith("'Transfer'") ? "SC(Completed ref)" : "SC(Completed)");
        }
    }

    @Test
    void a_conference_shows_pat_who_was_consulted() {
        for (String operation : List.of("'Conference'", "'Invite'" + TO_BEN)) {
            ContactStory story = consulted().request(ANA, operation);
            assertThat(story.reply().path("referenceId").isInt()).isTrue();
            List<String> both = List.of("P[Ana Ben Pat]", "L(Joined Ben All)");
            told(story, both, both, List.of("PARTICIPANT_JOINED Ben"));
            assertThat(story.capabilities(ANA)).isEqualTo(TOGETHER);
            assertThat(story.capabilities(BEN)).isEqualTo(TOGETHER);
        }
    }

    @Test
    void an_invited_agent_joins_before_all_or_the_number_of_the_reply_tells_that_it_did_not() {
        ContactStory story = ContactStory.served().request(ANA, "'Invite','userUri':'/users/ben'");
        told(story, List.of(), List.of(), List.of());
        told(story.asked(BEN).request(BEN, "'Accept'"), List.of("P[Ana Ben Pat]", "L(Joined Ben All)"),
                List.of("SC(Chatting ref)", "P[Ana Ben Pat]", "L(" + CUSTOMER + ", Joined Ben All)"), List.of("PARTICIPANT_JOINED Ben"));
        assertThat(story.capabilities(ANA)).isEqualTo(TOGETHER);
        assertThat(story.capabilities(BEN)).isEqualTo(TOGETHER);
        ContactStory failed = ContactStory.served().request(ANA, "'Invite'" + TO_BEN);
        int number = failed.reply().path("referenceId").asInt();
        told(failed.asked(BEN).request(BEN, "'Reject'"), List.of("E[Ana Pat] ref"), List.of("SC(Completed ref)"), List.of());
        assertThat(failed.data(ANA).get(0).path("referenceId").asInt()).isEqualTo(number);
    }

    @Test
    void others_in_the_contact_are_told_of_who_comes_and_of_what_is_written_to_agents() {
        ContactStory story = conference().request(ANA, "'Consult'" + TO_CARO).asked(CARO);
        told(story, List.of(), List.of(), List.of("SC(Invited)"), List.of());
        List<String> joined = List.of("P[Ana' Caro Pat Ana Ben]", "L(Joined Caro Agents)");
        told(story.request(CARO, "'Accept'"), joined, joined, List.of("SC(Chatting ref)", "P[Ana' Caro Pat Ana Ben]",
                "L(" + CUSTOMER + ", Joined Ben All, Joined Caro Agents)"), List.of());
        List<String> text = List.of("L(Text Ben Agents)");
        told(story.request(BEN, "'SendToAgents','text':'Psst'"), text, text, text, List.of());
        told(conference().request(ANA, "'Consult'" + TO_CARO).asked(CARO).request(CARO, "'Reject'"), List.of("E[Ana Ben Pat] ref"),
                List.of(), List.of("SC(Completed ref)"), List.of());
    }

    @Test
    void user_data_is_told_to_all_and_its_number_to_who_asked() {
        told(consultedInConference().request(CARO, "'AttachUserData','userData':{'k':'v'}"), List.of("PU[Ana' Caro Pat Ana Ben]"),
                List.of("PU[Ana' Caro Pat Ana Ben]"), List.of("PU[Ana' Caro Pat Ana Ben] ref"), List.of());
    }

    @Test
    void a_customer_that_leaves_is_told_to_all() {
        List<String> left = List.of("P[Ana Ben]", "L(Left Pat All)");
        ContactStory story = conference().when(new CustomerLeaves());
        told(story, left, left, List.of("PARTICIPANT_LEFT Pat", "CLOSED"));
        assertThat(Stream.of(ANA, BEN).map(story::capabilities)).containsOnly(OVER_TOGETHER);
    }
}
