package dev.parley.widget;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The origins a widget may stand on, exact: they become a policy that browsers keep to, so nothing else may be in
/// them.
final class Sites {
    private static final int LONGEST_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern ORIGIN = Pattern.compile(
            "(https?)://([a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)(:(\\d{1,5}))?");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private Sites() {}

    /// The origin as browsers write it: in lower case, without the port that is understood. Only this machine may
    /// speak without encryption.
    static Optional<String> origin(String text) {
        Matcher matcher = ORIGIN.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || matcher.group(2).length() > LONGEST_HOST) {
            return Optional.empty();
        }
        boolean https = matcher.group(1).equals("https");
        String host = matcher.group(2);
        int usual = https ? 443 : 80;
        int port = matcher.group(7) == null ? usual : Integer.parseInt(matcher.group(7));
        if (port < 1 || port > HIGHEST_PORT || !(https || THIS_MACHINE.contains(host))) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) + "://" + host + (port == usual ? "" : ":" + port));
    }
}
