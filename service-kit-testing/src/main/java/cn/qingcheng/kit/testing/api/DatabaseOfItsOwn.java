package cn.qingcheng.kit.testing.api;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Starts the application once more, on an empty database, for tests that call everything with anything: what they leave
 * behind is in no other test's way. Without a setting of its own.
 */
public final class DatabaseOfItsOwn implements QuarkusTestProfile {}
