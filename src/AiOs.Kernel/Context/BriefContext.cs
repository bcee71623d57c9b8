using AiOs.Contracts.Context;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Context;

/// <summary>Asks memory for what an agent gets to see. Memory that fails or is slow never stops a work item: the facts are there without it.</summary>
internal sealed partial class BriefContext(ILessons lessons, IContextSource source, IJournalFeed feed, WorkspaceSettings settings, TimeProvider time, ILogger<BriefContext> logger)
{
    private const string NoMemory = "memory could not be asked, so this stands on Records and the message alone";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What the operator put right in cases like this one; nothing where that cannot be known.</summary>
    public async Task<IReadOnlyList<Lesson>?> LessonsAsync(WorkItem item, CancellationToken cancellationToken) => item.Content is { } content
        ? await AskAsync(item, stop => lessons.FittingAsync(new LessonCase(content, item.Received!.Authority), stop), cancellationToken)
        : [];

    /// <summary>Everything of which the operator said what it is; nothing where that cannot be known.</summary>
    public async Task<IReadOnlyList<Lesson.Sorted>> ExamplesAsync(WorkItem item, CancellationToken cancellationToken) =>
        [.. (await AskAsync(item, lessons.ListAsync, cancellationToken) ?? []).OfType<Lesson.Sorted>()];

    /// <summary>The pack for one draft.</summary>
    public async Task<ContextPack> GatherAsync(WorkItem item, Category category, Grant grant, IReadOnlyList<RecordSnapshot> known, IReadOnlyList<Lesson>? fitting, CancellationToken cancellationToken)
    {
        var request = new ContextRequest
        {
            WorkItem = item.Id,
            Message = item.Content!,
            Category = category,
            Facts = known,
            // How letters are wanted comes first, since it counts whatever they are about.
            Lessons = [.. (fitting ?? []).Where(lesson => lesson is Lesson.Preferred || lesson.Category == category).OrderByDescending(lesson => lesson is Lesson.Preferred)],
            Grant = grant,
            Now = time.Instant(),
            Budget = settings.ContextTokens,
        };
        var pack = await AskAsync(item, stop => source.GatherAsync(request, stop), cancellationToken);
        return pack is null || fitting is null
            ? (pack ?? new ContextPack { Facts = grant.Cut(known) }) with { Notices = [NoMemory] }
            : pack with { Conflicts = Contradictions.Between(pack.Facts, pack.Recollections, SubjectsOf(item), settings.Local) };
    }

    private List<string> SubjectsOf(WorkItem item) =>
        [.. new[] { item.Content?.Sender?.Address, item.Content?.Forwarder?.Address }.OfType<string>().Where(address => address.Length > 0).Select(feed.SubjectOf)];

    private async Task<T?> AskAsync<T>(WorkItem item, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ask(either.Token).WaitAsync(either.Token);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            LogNoMemory(logger, fault, item.Id.ToString());
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Memory could not be asked for work item {WorkItem}; it goes on without.")]
    private static partial void LogNoMemory(ILogger logger, Exception fault, string workItem);
}
