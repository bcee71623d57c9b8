using System.Globalization;

namespace AiOs.Testing.Mail;

/// <summary>
/// A real SMTP server (exim 4.96, from Debian) that delivers into a <see cref="MailHouse"/>. It takes mail for anybody: who has a mailbox
/// in the house gets it there, everybody else's goes to <see cref="Everybody"/>. <c>unknown@…</c> is refused (550), <c>busy@…</c> put off (451).
/// </summary>
public sealed class Exim : IAsyncDisposable
{
    /// <summary>Whose mailbox has the mail of all who have none.</summary>
    public const string Everybody = "everybody";

    private readonly MailServer _server;

    private Exim(MailServer server, int port)
    {
        _server = server;
        Port = port;
    }

    public int Port { get; }

    public static async Task<Exim> StartAsync(MailHouse house)
    {
        var program = MailPeers.Exim;
        var port = MailServer.FreePort();
        house.AddPerson(Everybody);
        foreach (var part in new[] { "spool", "log" })
        {
            MailHouse.MakeOpen(Path.Combine(house.Root, part));
        }

        var file = Path.Combine(house.Root, "exim.conf");
        await File.WriteAllTextAsync(file, Configuration(house.Root, port, await ServerUser.FindAsync()));
        var exim = new Exim(new MailServer(program, ["-C", file, "-bdf"], "220 "), port);
        await exim._server.StartAsync(port);
        return exim;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Configuration(string root, int port, ServerUser user) => string.Create(CultureInfo.InvariantCulture, $$"""
        exim_user = {{user.Uid}}
        exim_group = {{user.Gid}}
        deliver_drop_privilege
        spool_directory = {{root}}/spool
        log_file_path = {{root}}/log/%slog
        pid_file_path = {{root}}/log/exim.pid
        primary_hostname = mx.{{MailHouse.Domain}}
        qualify_domain = {{MailHouse.Domain}}
        local_interfaces = <; 127.0.0.1
        daemon_smtp_ports = {{port}}
        host_lookup =
        rfc1413_hosts =
        rfc1413_query_timeout = 0s
        tls_advertise_hosts =
        keep_environment =
        never_users =
        message_size_limit = 60M
        smtp_accept_max = 100
        smtp_accept_queue_per_connection = 0
        acl_smtp_rcpt = rcpt
        acl_smtp_data = accept
        begin acl
        rcpt:
          deny local_parts = unknown
            message = no such person
          defer local_parts = busy
            message = come again later
          accept
        begin routers
        known:
          driver = accept
          local_parts = dsearch,filter=dir;{{root}}/mail
          transport = known
        others:
          driver = accept
          transport = others
        begin transports
        known:
          driver = appendfile
          directory = {{root}}/mail/$local_part_data
          maildir_format
          create_directory
          directory_mode = 0777
          mode = 0644
          return_path_add
        others:
          driver = appendfile
          directory = {{root}}/mail/{{Everybody}}
          maildir_format
          create_directory
          directory_mode = 0777
          mode = 0644
          return_path_add
          envelope_to_add
        begin retry
        * * F,1h,1s

        """);
}
