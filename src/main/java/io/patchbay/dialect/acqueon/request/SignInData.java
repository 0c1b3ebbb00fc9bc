package io.patchbay.dialect.acqueon.request;

import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.reading.Names;

/** The parameters of {@code SetUserInfo}. @param extension empty for the first one of the agent. The text form hides the password */
public record SignInData(String user, String password, String extension) {

    public static SignInData of(VerbData data) {
        return new SignInData(data.text("the name of the agent", "username"),
                data.raw("password").orElseThrow(() -> data.missing("the password", "password")),
                data.textIfAny("extension").orElse(""));
    }

    /** Throws {@link AcqueonRefused}. */
    public Address extension(AgentEntry entry, Names names) {
        return new Address(names.extension(entry, extension).or(expected -> AcqueonRefused.wrong("extension", expected)));
    }

    @Override
    public String toString() {
        return "SignInData[user=" + user + ", password=***]";
    }
}
