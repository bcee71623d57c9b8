using Xunit;

namespace AiOs.Testing.Mail;

/// <summary>The real mail servers that tests start. Where one is missing a test is skipped and says which; in CI that is a failure.</summary>
public static class MailPeers
{
    public static string Dovecot => Needed("/usr/sbin/dovecot");

    public static string Exim => Needed("/usr/sbin/exim4");

    private static string Needed(string path)
    {
        if (File.Exists(path))
        {
            return path;
        }

        var sentence = $"{path} is missing; run tests/install-peers.sh.";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", sentence);
        Assert.Skip(sentence);
        return path;
    }
}
