using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Controls.Commands;
using AiOs.Kernel.Digests.Counting;
using AiOs.Kernel.Digests.Sending;
using AiOs.Kernel.Digests.Words;

namespace AiOs.Kernel.Digests;

/// <summary>The digest when it is asked for. It moves nothing: the daily one tells all the same.</summary>
internal sealed class DigestCommands(DigestMaker maker, DigestMarks marks, DigestNote words, DigestButtons buttons, ItemNames names) : ICommandGroup
{
    public IEnumerable<OperatorCommand> Commands => [new("digest", "[last]", "the digest of today so far, or the last daily one again", RunAsync)];

    private async Task<CommandReply> RunAsync(string[] typed, Caller who, CancellationToken cancellationToken)
    {
        if (typed is not ([] or ["last"]))
        {
            return new CommandReply(Done: false, "Say /digest for today, or /digest last for the last daily one.", []);
        }

        if (await WindowAsync(typed, cancellationToken) is not { } window)
        {
            return new CommandReply(Done: false, "No daily digest was sent yet; /digest shows today so far.", []);
        }

        var report = await maker.MakeAsync(window, cancellationToken);
        await names.KeepAsync(who, [.. report.Standing.Oldest.Select(static item => item.Id)], cancellationToken);
        return new CommandReply(Done: true, words.TitleOf(report), words.BlocksOf(report))
        {
            Buttons = who.Place is { } place ? await buttons.OfAsync(report, who.Channel, place, cancellationToken) : Array.Empty<CardButton>(),
        };
    }

    private async Task<DigestWindow?> WindowAsync(string[] typed, CancellationToken cancellationToken) => typed.Length == 0
        ? await maker.TodayAsync(cancellationToken)
        : await marks.LastAsync(cancellationToken) is { } last ? await marks.FindAsync(last.Key, cancellationToken) : null;
}
