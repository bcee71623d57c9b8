using System.Net.Sockets;
using AiOs.Bot.Verbs;
using AiOs.Contracts;

namespace AiOs.Bot.Hosting;

/// <summary>How verbs reach a running host: HTTP over a socket file of mode 600.</summary>
internal static class VerbSocket
{
    private const string Path = "/verbs";

    /// <summary>Makes room for the socket. The lock on the data folder is held, so what lies there is left over.</summary>
    public static string Prepare(string socket)
    {
        PrivateFile.MakeFolder(System.IO.Path.GetDirectoryName(socket)!);
        File.Delete(socket);
        return socket;
    }

    public static void Protect(string socket)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public static void MapVerbs(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapPost(Path, async (HttpContext context, VerbRunner runner) =>
        {
            if (context.Features.Get<VerbConnection>() is null)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            RaiseSizeLimit(context);
            var request = await context.Request.ReadFromJsonAsync(VerbJson.Default.VerbRequest, context.RequestAborted);
            var result = await runner.RunAsync(request!, hosted: true, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(result, VerbJson.Default.VerbResult, cancellationToken: context.RequestAborted);
        });
    }

    /// <summary>Asks the running host.</summary>
    /// <returns>Its answer, or nothing where no host listens.</returns>
    public static async Task<VerbResult?> CallAsync(string socket, VerbRequest request, CancellationToken cancellationToken)
    {
        if (!File.Exists(socket))
        {
            return null;
        }

        using var handler = new SocketsHttpHandler { UseProxy = false, ConnectCallback = (_, stop) => ConnectAsync(socket, stop) };
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://verbs.invalid"), Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            using var response = await client.PostAsJsonAsync(Path, request, VerbJson.Default.VerbRequest, cancellationToken);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync(VerbJson.Default.VerbResult, cancellationToken);
        }
        catch (HttpRequestException fault) when (fault.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return null;
        }
        catch (HttpRequestException fault)
        {
            throw new AiOsException("The running host did not answer; look at its log, then try again.", fault) { IsTransient = true };
        }
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // The stream that is returned owns it, and the catch disposes it otherwise.
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static void RaiseSizeLimit(HttpContext context)
    {
        const long Base64OfLargestMail = (VerbRequest.LargestMail / 3 * 4) + 65536;
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Base64OfLargestMail;
        }
    }
}
