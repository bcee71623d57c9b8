using System.Diagnostics;

namespace AiOs.Testing.Mail;

/// <summary>
/// Whom the servers' workers run as: whoever runs the tests, but never root, since neither server touches mail as root. Names and numbers
/// are those of the machine.
/// </summary>
/// <param name="Name">The user.</param>
/// <param name="Group">The user's group.</param>
/// <param name="Uid">The user's number.</param>
/// <param name="Gid">The group's number.</param>
internal sealed record ServerUser(string Name, string Group, string Uid, string Gid)
{
    private const string Nobody = "nobody";

    public static async Task<ServerUser> FindAsync() => await AskAsync("-u") == "0" ? await OfAsync(Nobody) : await OfAsync();

    private static async Task<ServerUser> OfAsync(params string[] who) =>
        new(await AskAsync(["-un", .. who]), await AskAsync(["-gn", .. who]), await AskAsync(["-u", .. who]), await AskAsync(["-g", .. who]));

    private static async Task<string> AskAsync(params string[] arguments)
    {
        using var asked = Process.Start(new ProcessStartInfo("id", arguments) { RedirectStandardOutput = true })!;
        var said = await asked.StandardOutput.ReadToEndAsync();
        await asked.WaitForExitAsync();
        return said.Trim();
    }
}
