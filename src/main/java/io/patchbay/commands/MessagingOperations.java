package io.patchbay.commands;

import static io.patchbay.commands.Parameter.INTERACTION;
import static io.patchbay.commands.Parameter.TO;

import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Call;
import io.patchbay.model.LogEntry;
import io.patchbay.model.MessagingCommand;
import io.patchbay.model.Visibility;
import io.patchbay.reading.JsonType;
import java.util.List;
import java.util.function.Function;

/** Operations on messaging contacts: messages and participants. */
final class MessagingOperations {
    private static final Parameter TEXT = Parameter.text("text");
    private static final Parameter URL = Parameter.text("url");
    static final Parameter NICKNAME = Parameter.text("nickname");
    private static final Parameter ON = Parameter.of("on", JsonType.FLAG);
    private static final Parameter VISIBILITY = Parameter.text("visibility").optional();

    static final List<Operation> ALL = List.of(
            in("sendMessage", MessagingCommand.SendMessage.class, order -> sent(order, LogEntry.Kind.TEXT, TEXT)).with(TEXT, VISIBILITY),
            in("sendUrl", MessagingCommand.SendMessage.class, order -> sent(order, LogEntry.Kind.URL, URL)).with(URL, VISIBILITY),
            in("sendNotice", MessagingCommand.SendMessage.class, order -> sent(order, LogEntry.Kind.NOTICE, TEXT)).with(TEXT, VISIBILITY),
            in("setTyping", MessagingCommand.SetTyping.class,
                    order -> new MessagingCommand.SetTyping(order.me(), order.arguments().flag(ON), visibility(order)))
                    .with(ON, VISIBILITY),
            in("setNickname", MessagingCommand.SetNickname.class,
                    order -> new MessagingCommand.SetNickname(order.me(), order.arguments().text(NICKNAME))).with(NICKNAME),
            in("consult", MessagingCommand.ConsultInContact.class,
                    order -> new MessagingCommand.ConsultInContact(order.me(), order.to())).with(TO),
            in("invite", MessagingCommand.InviteToContact.class,
                    order -> new MessagingCommand.InviteToContact(order.me(), order.to())).with(TO),
            in("conference", MessagingCommand.ConferenceInContact.class,
                    order -> new MessagingCommand.ConferenceInContact(order.me())),
            in("transfer", MessagingCommand.TransferContact.class,
                    order -> new MessagingCommand.TransferContact(order.me(), order.to())).with(TO),
            in("leave", MessagingCommand.LeaveContact.class, order -> new MessagingCommand.LeaveContact(order.me())),
            in("endContact", MessagingCommand.EndContact.class, order -> new MessagingCommand.EndContact(order.me())),
            in("joinContact", MessagingCommand.JoinContact.class, MessagingOperations::join)
                    .with(CallOperations.AGENT, CallOperations.MODE));

    private MessagingOperations() { }

    private static <B extends Body> Operation in(String name, Class<B> makes, Function<CheckedCommand, B> decoder) {
        return Operation.of(name, makes, decoder).at(INTERACTION);
    }

    private static MessagingCommand.SendMessage sent(CheckedCommand order, LogEntry.Kind kind, Parameter text) {
        return new MessagingCommand.SendMessage(order.me(), kind, order.arguments().text(text), visibility(order));
    }

    /** The directory knows the supervisors of an agent, the rules do not. */
    private static MessagingCommand.JoinContact join(CheckedCommand order) {
        AgentId of = CheckedCommand.supervised(order.by(), order.arguments().text(CallOperations.AGENT), order.border()).id();
        return new MessagingCommand.JoinContact(order.me(), of, order.arguments().word(CallOperations.MODE, Call.Monitoring.Mode.class));
    }

    private static Visibility visibility(CheckedCommand order) {
        return order.arguments().has(VISIBILITY) ? order.arguments().word(VISIBILITY, Visibility.class) : Visibility.ALL;
    }
}
