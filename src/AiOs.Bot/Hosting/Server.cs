using System.Net;
using System.Net.Sockets;
using AiOs.Agents.Intake;
using AiOs.Bot.Chat;
using AiOs.Bot.Composition;
using AiOs.Bot.Digests;
using AiOs.Bot.Hosting.Playbooks;
using AiOs.Bot.MailIn;
using AiOs.Channels.Web;
using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Jobs;
using AiOs.Kernel.Hosting;
using AiOs.Memory;
using AiOs.Storage.Sqlite.Files;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AiOs.Bot.Hosting;

/// <summary>The host from start to stop.</summary>
internal static class Server
{
    public static async Task<int> RunAsync(HostParts parts, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var settings = HostSettings.Load(parts);
        await using var app = Build(settings, parts);
        await SharedStorage.CheckAsync(app.Services, settings.Places, stop);
        var workspace = app.Services.GetRequiredService<Workspace>();
        await workspace.OpenAsync(stop);
        await SharedStorage.CheckAsync(app.Services, settings.Places, stop);
        await app.Services.GetRequiredService<PolicyLoader>().LoadAsync(errors, stop);
        await app.Services.GetRequiredService<PlaybookLoader>().LoadAsync(errors, stop);
        await StartAsync(app, settings, stop);
        workspace.Run();
        _ = Task.Run(app.Services.GetRequiredService<IntakeAgent>().WarmUp, CancellationToken.None);
        await app.TellCodesAsync(output, stop);
        await TellAsync(app, settings, output, errors);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    private static WebApplication Build(HostSettings settings, HostParts parts)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = parts.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings.Configuration);
        HostServices.Add(builder.Services, settings, parts);
        builder.Services.AddWebChat();
        builder.Services.AddHostedService<MailIntakeService>();
        builder.Services.AddMailIn();
        builder.Services.AddHostedService<CardKeeper>();
        builder.Services.AddHostedService<DigestWatchService>();
        builder.Services.AddMemoryFollower();
        if (BoundOptions.Of<JobsOptions>(settings.Configuration, JobsOptions.Section).Enabled)
        {
            builder.Services.AddClock();
        }

        builder.WebHost.ConfigureKestrel(options => Listen(options, settings));
        var app = builder.Build();
        BoundOptions.Validate(app.Services);
        app.MapHealth();
        app.MapVerbs();
        app.MapWebChat();
        app.MapChat();
        app.MapMailIn();
        return app;
    }

    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions options, HostSettings settings)
    {
        options.AddServerHeader = false;
        // Before the socket is touched: where another host has the folder, the socket in it is that host's.
        _ = options.ApplicationServices.GetRequiredService<WorkspaceLock>();
        options.Listen(IPAddress.Loopback, PortOf(settings));
        options.ListenUnixSocket(VerbSocket.Prepare(settings.Places.Socket), listen => listen.Use(next => connection =>
        {
            connection.Features.Set(VerbConnection.Instance);
            return next(connection);
        }));
    }

    /// <summary>The configured port, else the usual one, else any that is free.</summary>
    private static int PortOf(HostSettings settings)
    {
        var web = settings.Configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        return web.Port != 0 ? web.Port : IsFree(WebOptions.DefaultPort) ? WebOptions.DefaultPort : 0;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task StartAsync(WebApplication app, HostSettings settings, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException fault)
        {
            throw new AiOsException($"The port {PortOf(settings)} of Channels:Web:Port is in use; choose another one, or 0 for any that is free.", fault);
        }

        VerbSocket.Protect(settings.Places.Socket);
    }

    private static async Task TellAsync(WebApplication app, HostSettings settings, TextWriter output, TextWriter errors)
    {
        if (app.Services.GetRequiredService<IDesk>().FrozenBecause is { } because)
        {
            await errors.WriteLineAsync("FROZEN: " + because);
        }

        foreach (var warning in await app.Services.GetRequiredService<IWarnings>().ListAsync(CancellationToken.None))
        {
            await errors.WriteLineAsync("WARNING: " + warning);
        }

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.First(one => one.StartsWith("http://127.", StringComparison.Ordinal));
        await output.WriteLineAsync($"ready {address.TrimEnd('/')}/?key={app.Services.GetRequiredService<WebKey>().Text}");
        await output.FlushAsync();
        await errors.WriteLineAsync($"Open that address in your browser. Mails dropped into {settings.Places.Inbox} are read too.");
    }
}
