using System.Text;
using AiOs.Channels.Web.Json;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Bot.Verbs.Knowing;

/// <summary><c>clients</c>, <c>invoices</c> and <c>record show</c>: the operator's slash commands of these names, on the command line.</summary>
internal sealed class RecordVerbs(ICommands commands)
{
    private const string By = "operator";

    /// <summary>Runs one of them.</summary>
    /// <returns>What came of it; nothing where the verb is another.</returns>
    public Task<VerbResult>? RunAsync(VerbRequest request, CancellationToken cancellationToken) => request.Verb switch
    {
        VerbNames.Clients => SaidAsync("/clients", request, cancellationToken),
        VerbNames.Invoices => SaidAsync("/invoices", request, cancellationToken),
        VerbNames.RecordShow => ShowAsync(request, cancellationToken),
        _ => null,
    };

    private Task<VerbResult> ShowAsync(VerbRequest request, CancellationToken cancellationToken) =>
        RecordId.TryParse(request.Record, out _) && !request.Record!.Any(char.IsWhiteSpace)
            ? SaidAsync($"/record {request.Record}{(request.History ? " --history" : string.Empty)}{(request.At is { } day ? " --at " + day : string.Empty)}", request, cancellationToken)
            : Task.FromResult(VerbResult.Usage($"'{request.Record}' is no Record's id; it is written TYPE/KEY, as 'clients' and 'invoices' print it."));

    private async Task<VerbResult> SaidAsync(string command, VerbRequest request, CancellationToken cancellationToken)
    {
        var reply = await commands.RunAsync(command, ChannelName.CommandLine, By, cancellationToken);
        var text = new StringBuilder(reply.Title).Append('\n');
        foreach (var block in reply.Blocks)
        {
            VerbText.Append(text, block);
        }

        var output = request.Json ? VerbText.Whole(writer => CommandReplyJson.Write(writer, reply)) : text.ToString().TrimEnd('\n');
        return reply.Done ? VerbResult.Done(output) : new VerbResult(VerbResult.FoundWrong, request.Json ? output : string.Empty, reply.Title);
    }
}
