using System.Globalization;

namespace AiOs.Testing.Mail;

/// <summary>
/// A folder of its own with the mailboxes that a receiving and a serving mail server share, one maildir a person. Everybody on this machine
/// may write into it: where the tests run as root the servers do not.
/// </summary>
public sealed class MailHouse : IDisposable
{
    /// <summary>Whom mail is for unless a test says otherwise, and whose password everybody has.</summary>
    public const string Person = "desk";
    public const string Password = "secret";
    public const string Domain = "studio.example";

    private const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private static int _delivered;

    public MailHouse()
    {
        Allow(Root, Open);
        MakeOpen(Path.Combine(Root, "mail"));
        AddPerson(Person);
    }

    /// <summary>Where servers keep what is theirs.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("aios-post-").FullName;

    /// <summary>The maildir of a person, or a folder of theirs.</summary>
    public string MaildirOf(string person = Person, string? folder = null) => Path.Combine(Root, "mail", person, folder is null ? string.Empty : "." + folder);

    public void AddPerson(string person)
    {
        MakeOpen(MaildirOf(person));
        AddFolder(person, folder: null);
    }

    /// <summary>A folder beside INBOX that exists before anybody signs in.</summary>
    public void AddFolder(string person, string? folder)
    {
        MakeOpen(MaildirOf(person, folder));
        foreach (var part in new[] { "cur", "new", "tmp" })
        {
            MakeOpen(Path.Combine(MaildirOf(person, folder), part));
        }
    }

    /// <summary>Puts a mail into a mailbox as a delivering server does: written whole, then renamed. Mails keep the order they are put in.</summary>
    public void Deliver(byte[] mail, string person = Person, string? folder = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000 + Interlocked.Increment(ref _delivered)}.M1P{Environment.ProcessId}.{Domain}");
        var writing = Path.Combine(MaildirOf(person, folder), "tmp", name);
        File.WriteAllBytes(writing, mail);
        Allow(writing, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(writing, Path.Combine(MaildirOf(person, folder), "new", name));
    }

    /// <summary>Every mail of a mailbox as it lies there, by file name; a name that ends in <c>,S</c> was read.</summary>
    public IReadOnlyList<string> FilesOf(string person = Person, string? folder = null) =>
        [.. new[] { "new", "cur" }.SelectMany(part => Directory.GetFiles(Path.Combine(MaildirOf(person, folder), part))).Order(StringComparer.Ordinal)];

    /// <summary>How many mails of a mailbox are marked as read.</summary>
    public int ReadIn(string person = Person, string? folder = null) => FilesOf(person, folder).Count(static file => file.Split(":2,") is [_, var flags] && flags.Contains('S', StringComparison.Ordinal));

    /// <summary>Marks every mail of a mailbox as read, as another program does. Its server must not run meanwhile.</summary>
    public void ReadAll(string person = Person)
    {
        foreach (var file in FilesOf(person))
        {
            File.Move(file, Path.Combine(MaildirOf(person), "cur", Path.GetFileName(file).Split(':')[0] + ":2,S"));
        }
    }

    /// <summary>Makes a mailbox look rebuilt: its mails stay, and every number they were known by is void. Its server must not run meanwhile.</summary>
    public void ForgetNumbers(string person = Person)
    {
        foreach (var file in Directory.GetFiles(MaildirOf(person), "dovecot*"))
        {
            File.Delete(file);
        }

        var numbers = Path.Combine(MaildirOf(person), "dovecot-uidlist");
        File.WriteAllText(numbers, string.Create(CultureInfo.InvariantCulture, $"3 V{2_000_000_000 + Interlocked.Increment(ref _delivered)} N1 G0123456789abcdef0123456789abcdef\n"));
        Allow(numbers, Open);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // Something of a server that ended may still be closing; the system clears its temporary folder.
        }
    }

    internal static void MakeOpen(string folder)
    {
        Directory.CreateDirectory(folder);
        Allow(folder, Open);
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
