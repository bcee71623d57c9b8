using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Bot.Verbs;
using AiOs.Contracts;

namespace AiOs.Bot.CommandLine;

/// <summary>Brings a verb to the running host, or does it here where there is none.</summary>
internal sealed class VerbCaller(TextWriter output, TextWriter errors, HostParts parts)
{
    public Task<int> ServeAsync(CancellationToken stop) => Server.RunAsync(parts, output, errors, stop);

    public async Task<int> CallAsync(VerbRequest request, CancellationToken stop)
    {
        var result = await ResultOfAsync(request, stop);
        if (result.Output.Length > 0)
        {
            await output.WriteLineAsync(result.Output);
        }

        if (result.Error.Length > 0)
        {
            await errors.WriteLineAsync(result.Error);
        }

        return result.ExitCode;
    }

    private async Task<VerbResult> ResultOfAsync(VerbRequest request, CancellationToken stop)
    {
        var ready = await ResolvedAsync(request, stop);
        if (ready is { Verb: VerbNames.Verify, Folder: { } folder })
        {
            return await VerifyExport.RunAsync(folder, ready.Json, stop);
        }

        var settings = HostSettings.Load(parts);
        if (await VerbSocket.CallAsync(settings.Places.Socket, ready, stop) is { } answered)
        {
            return answered;
        }

        if (ready is { Verb: VerbNames.Doctor, Live: true })
        {
            return VerbResult.Wrong("No host is running on this data folder; start it with 'serve'.");
        }

        if (ready.Verb is VerbNames.Import or VerbNames.Restore)
        {
            return await LocalHost.FillAsync(settings, parts, ready, stop);
        }

        await using var local = await LocalHost.OpenAsync(settings, parts, errors, stop);
        return await local.RunAsync(ready, errors, stop);
    }

    /// <summary>Files are named against the caller's folder, and read by the caller: the host may stand elsewhere.</summary>
    private static async Task<VerbRequest> ResolvedAsync(VerbRequest request, CancellationToken stop) => request with
    {
        Folder = request.Folder is null ? null : Path.GetFullPath(request.Folder),
        Content = request.File is { } file ? await ReadAsync(file, request.Verb == VerbNames.PolicyTry ? "policy" : "mail", stop) : null,
    };

    private static async Task<byte[]> ReadAsync(string file, string kind, CancellationToken stop)
    {
        try
        {
            if (file == "-")
            {
                using var input = Console.OpenStandardInput();
                using var buffer = new MemoryStream();
                await input.CopyToAsync(buffer, stop);
                return buffer.ToArray();
            }

            var length = new FileInfo(file).Length;
            return length <= VerbRequest.LargestMail
                ? await File.ReadAllBytesAsync(file, stop)
                : throw new AiOsException($"{file} has {length / 1_000_000} MB; a mail may have {VerbRequest.LargestMail / 1_000_000} MB at most. Send it without its attachments.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var sentence = $"{file} cannot be read ({(fault is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "it is no file, or you may not read it")}); name a {kind} file.";
            throw kind == "policy" ? new ConfigurationException(sentence, fault) : new AiOsException(sentence, fault);
        }
    }
}
