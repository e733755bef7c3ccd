package dev.parley.app;

import dev.parley.base.Build;
import picocli.CommandLine.IVersionProvider;

/// The version as the command line tells it.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Parley " + Build.version()};
    }
}
