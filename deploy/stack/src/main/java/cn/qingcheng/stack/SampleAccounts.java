package cn.qingcheng.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The fictional people and institutions that can log in to a sample city; the file is meant to be read and edited. */
record SampleAccounts(List<User> users, List<University> universities, List<Employer> employers) {

    record User(String account, List<String> roles, String name) {}

    record University(String code, Name name) {}

    record Employer(String unifiedSocialCreditCode, String regionCode, Name name) {}

    record Name(String zh, String en) {}

    static SampleAccounts read(Path file) {
        try {
            return new ObjectMapper().readValue(file.toFile(), SampleAccounts.class);
        } catch (IOException e) {
            throw new StackFailure("The sample accounts in " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
