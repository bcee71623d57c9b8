using System.Collections.Concurrent;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Tests.Sharing;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Threads;

/// <summary>The follower as hosts run it.</summary>
public sealed class ThreadHostTests
{
    private const int Mails = 12;

    [Fact]
    public async Task Run_AnswerComes_IsToldByItself()
    {
        await using var harness = new KernelHarness();
        await harness.RunAsync();
        var told = Told(harness);
        var first = (await harness.ReceiveAsync(Mail(0))).WorkItem;
        await harness.ReceiveAsync(Mail(1));
        await harness.UntilAsync(() => told.ContainsKey(first), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Run_TwoHostsOnOneStore_EachAnswerIsToldOnce()
    {
        await using var harness = TwoHosts.Make();
        var one = await harness.RunAsync();
        var two = await harness.RunAsync();
        var told = Told(harness);
        var items = new List<WorkItemId>();
        for (var number = 0; number < Mails; number++)
        {
            var host = number % 2 == 0 ? one : two;
            items.Add((await host.Inbox.ReceiveAsync(Mail(number), TestContext.Current.CancellationToken)).WorkItem);
            if (number == Mails / 2)
            {
                one.Boundary.Die();
                one = two;
            }
        }

        await harness.UntilAsync(() => items[..^1].TrueForAll(told.ContainsKey), TimeSpan.FromMinutes(10));
        await harness.PassAsync(TimeSpan.FromSeconds(40));
        Assert.Equal(Mails - 1, await ThreadStage.ToldAsync(harness));
    }

    /// <summary>The work items that were told of an answer, as the newest process knows them.</summary>
    private static ConcurrentDictionary<WorkItemId, int> Told(KernelHarness harness)
    {
        var told = new ConcurrentDictionary<WorkItemId, int>();
        harness.Process.Journal.Changed += state =>
        {
            if (state is WorkItem { Replies.Length: > 0 and var count } item)
            {
                told[item.Id] = count;
            }
        };
        return told;
    }

    /// <summary>Each answers the one before.</summary>
    private static InboundMessage Mail(int number)
    {
        var mail = Some.Mail(number + 1);
        return mail with { Content = mail.Content with { MailId = $"{number}@berg.example", References = number == 0 ? [] : [$"{number - 1}@berg.example"] } };
    }
}
