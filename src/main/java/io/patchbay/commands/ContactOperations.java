package io.patchbay.commands;

import static io.patchbay.commands.Parameter.DATA;
import static io.patchbay.commands.Parameter.INTERACTION;

import io.patchbay.model.Body;
import io.patchbay.model.DataCommand;
import io.patchbay.model.RecordingCommand;
import io.patchbay.reading.JsonType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Operations on the whole interaction and its recording. */
final class ContactOperations {
    private static final Parameter NICKNAME = MessagingOperations.NICKNAME.optional();
    private static final Parameter KEY = Parameter.text("key").optional();
    private static final Parameter VALUE = Parameter.text("value").optional();
    private static final Parameter KEYS = Parameter.of("keys", JsonType.TEXTS).optional();
    private static final Parameter ALL_KEYS = Parameter.of("all", JsonType.FLAG).optional();
    private static final Parameter IGNORE_UNKNOWN = Parameter.of("ignoreUnknown", JsonType.FLAG).optional();
    private static final Parameter ENDS_CONTACT = Parameter.of("endsContact", JsonType.FLAG).optional();
    private static final Parameter DISPOSITION = Parameter.text("disposition");
    private static final Parameter SCRIPT = Parameter.text("script");
    private static final Parameter SIGNAL = Parameter.of("parameters", JsonType.PAIRS).optional();

    static final List<Operation> ALL = List.of(
            on("acceptInteraction", DataCommand.Accept.class, order -> new DataCommand.Accept(order.me(),
                    order.arguments().textIfAny(NICKNAME).or(() -> Optional.of(order.by().displayName())))).with(NICKNAME),
            on("rejectInteraction", DataCommand.Reject.class, order -> new DataCommand.Reject(order.me())),
            on("setInteractionData", DataCommand.SetInteractionData.class, ContactOperations::setData).with(KEY, VALUE, DATA),
            on("deleteInteractionData", DataCommand.DeleteInteractionData.class, ContactOperations::deleteData)
                    .with(KEY, KEYS, ALL_KEYS, IGNORE_UNKNOWN),
            on("setDisposition", DataCommand.SetDisposition.class, ContactOperations::disposition).with(DISPOSITION),
            on("completeInteraction", DataCommand.Complete.class,
                    order -> new DataCommand.Complete(order.me(), order.arguments().flag(ENDS_CONTACT))).with(ENDS_CONTACT),
            on("signalScript", DataCommand.SignalScript.class, ContactOperations::signal).with(SCRIPT, SIGNAL),
            on("startRecording", RecordingCommand.StartRecording.class, order -> new RecordingCommand.StartRecording(order.me())),
            on("stopRecording", RecordingCommand.StopRecording.class, order -> new RecordingCommand.StopRecording(order.me())),
            on("pauseRecording", RecordingCommand.PauseRecording.class, order -> new RecordingCommand.PauseRecording(order.me())),
            on("resumeRecording", RecordingCommand.ResumeRecording.class, order -> new RecordingCommand.ResumeRecording(order.me())));

    private ContactOperations() { }

    private static <B extends Body> Operation on(String name, Class<B> makes, Function<CheckedCommand, B> decoder) {
        return Operation.of(name, makes, decoder).at(INTERACTION);
    }

    /** One pair, several, or both. */
    private static DataCommand.SetInteractionData setData(CheckedCommand order) {
        Parameters arguments = order.arguments();
        Map<String, String> data = new LinkedHashMap<>(arguments.pairs(DATA));
        if (arguments.has(KEY) != arguments.has(VALUE)) {
            throw arguments.wrong(arguments.has(KEY) ? VALUE : KEY, "there: key and value are given together");
        }
        if (arguments.has(KEY)) {
            data.put(arguments.text(KEY), arguments.text(VALUE));
        }
        if (data.isEmpty() || data.keySet().stream().anyMatch(String::isBlank)) {
            throw arguments.wrong(arguments.has(KEY) ? KEY : DATA, "given, with keys that are not blank");
        }
        return new DataCommand.SetInteractionData(order.me(), data);
    }

    /** Keys, or all of them. */
    private static DataCommand.DeleteInteractionData deleteData(CheckedCommand order) {
        Parameters arguments = order.arguments();
        List<String> keys = Stream.concat(arguments.textIfAny(KEY).stream(), arguments.texts(KEYS).stream()).toList();
        boolean all = arguments.flag(ALL_KEYS);
        if (all != keys.isEmpty()) {
            throw arguments.wrong(ALL_KEYS, "true where no keys are named, and else false");
        }
        return new DataCommand.DeleteInteractionData(order.me(), all ? Optional.empty() : Optional.of(keys),
                arguments.flag(IGNORE_UNKNOWN));
    }

    private static DataCommand.SetDisposition disposition(CheckedCommand order) {
        return new DataCommand.SetDisposition(order.me(), order.arguments().read(DISPOSITION, order.names()::disposition));
    }

    /** The sender knows which script runs, so the directory is not searched for it. */
    private static DataCommand.SignalScript signal(CheckedCommand order) {
        String script = order.arguments().text(SCRIPT);
        if (order.border().directory().scripts().stream().noneMatch(known -> known.code().equals(script))) {
            throw order.arguments().wrong(SCRIPT, "the code of a script of the directory");
        }
        Map<String, String> parameters = order.arguments().pairs(SIGNAL);
        if (!parameters.keySet().stream().allMatch(DataCommand.SignalScript::isParameter)) {
            throw order.arguments().wrong(SIGNAL, "strings named p1 to p" + DataCommand.SignalScript.PARAMETERS);
        }
        return new DataCommand.SignalScript(order.me(), script, parameters);
    }
}
