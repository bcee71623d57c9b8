using System.Globalization;

namespace AiOs.Testing.Mail;

/// <summary>
/// A real IMAP server (dovecot 2.3, from Debian) over a <see cref="MailHouse"/>. It notices mail within a second, everybody's password is
/// <see cref="MailHouse.Password"/>, and it files <c>Sent</c> with its special use.
/// </summary>
public sealed class Dovecot : IAsyncDisposable
{
    private readonly MailServer _server;
    private readonly bool _isHouseMine;

    private Dovecot(MailServer server, MailHouse house, bool isHouseMine, int port)
    {
        _server = server;
        _isHouseMine = isHouseMine;
        House = house;
        Port = port;
    }

    public MailHouse House { get; }

    public int Port { get; }

    /// <summary>What it said, for a test that fails.</summary>
    public string Said => _server.Said;

    /// <param name="house">The mailboxes; by default its own, gone with it.</param>
    /// <param name="lacks">A capability that it does not offer, such as <c>IDLE</c>.</param>
    public static async Task<Dovecot> StartAsync(MailHouse? house = null, string? lacks = null)
    {
        var program = MailPeers.Dovecot;
        var mailboxes = house ?? new MailHouse();
        var port = MailServer.FreePort();
        foreach (var part in new[] { "run", "state" })
        {
            MailHouse.MakeOpen(Path.Combine(mailboxes.Root, part));
        }

        var file = Path.Combine(mailboxes.Root, "dovecot.conf");
        await File.WriteAllTextAsync(file, Configuration(mailboxes.Root, port, await ServerUser.FindAsync(), lacks));
        var dovecot = new Dovecot(new MailServer(program, ["-F", "-c", file], "* OK"), mailboxes, house is null, port);
        await dovecot.StartAgainAsync();
        return dovecot;
    }

    /// <summary>Whoever is connected is cut off without a word, and nobody can connect.</summary>
    public Task KillAsync() => _server.KillAsync();

    /// <summary>On the same port as before.</summary>
    public Task StartAgainAsync()
    {
        // The number of a process that was killed stays known as long as nobody has asked how it ended.
        File.Delete(Path.Combine(House.Root, "run", "master.pid"));
        return _server.StartAsync(Port);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        if (_isHouseMine)
        {
            House.Dispose();
        }
    }

    private static string Configuration(string root, int port, ServerUser user, string? lacks) => string.Create(CultureInfo.InvariantCulture, $$"""
        base_dir = {{root}}/run
        state_dir = {{root}}/state
        log_path = /dev/stderr
        protocols = imap
        listen = 127.0.0.1
        ssl = no
        disable_plaintext_auth = no
        auth_failure_delay = 0
        mail_location = maildir:{{root}}/mail/%n
        mail_fsync = never
        mailbox_idle_check_interval = 1 secs
        {{(lacks == "IDLE" ? "imap_capability = IMAP4rev1 LITERAL+ UIDPLUS MOVE SPECIAL-USE" : string.Empty)}}
        default_internal_user = {{user.Name}}
        default_login_user = {{user.Name}}
        default_internal_group = {{user.Group}}
        first_valid_uid = 1
        namespace inbox {
          inbox = yes
          mailbox Sent {
            special_use = \Sent
            auto = create
          }
        }
        passdb {
          driver = static
          args = password={{MailHouse.Password}}
        }
        userdb {
          driver = static
          args = uid={{user.Uid}} gid={{user.Gid}} home={{root}}/mail/%n allow_all_users=yes
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = {{port}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        service anvil {
          chroot =
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        """);
}
