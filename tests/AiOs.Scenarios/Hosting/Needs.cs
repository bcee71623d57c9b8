using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Hosting;

/// <summary>Outside peers a scenario cannot do without. Where one is missing it is skipped and says which; in CI that is a failure.</summary>
public static class Needs
{
    private const string Chromium = "/usr/bin/chromium";

    public static string ChromiumPath
    {
        get
        {
            Must(File.Exists(Chromium), $"{Chromium} is missing");
            return Chromium;
        }
    }

    public static string Node()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);
        Must(found is not null, "Node.js is missing");
        Must(Directory.Exists(Path.Combine(Places.Peers, "node_modules", "smtp-server")), "the servers in tests/peers are not installed");
        return found!;
    }

    /// <summary>Skips where something is missing; fails in CI.</summary>
    public static void Must(bool there, string missing)
    {
        if (there)
        {
            return;
        }

        var sentence = $"{missing}; run tests/install-peers.sh.";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", sentence);
        Assert.Skip(sentence);
    }
}
