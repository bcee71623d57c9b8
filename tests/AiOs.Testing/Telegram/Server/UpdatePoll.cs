using System.Text.Json.Nodes;

namespace AiOs.Testing.Telegram.Server;

/// <summary>getUpdates: holds until there is something, and lets only the newest caller wait.</summary>
internal sealed class UpdatePoll(TelegramWorld world, TimeProvider time)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _current;

    public async Task<JsonNode> AskAsync(BotRequest request, CancellationToken cancellationToken)
    {
        if (world.Webhook is not null)
        {
            throw new BotApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        using var mine = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Replace(mine);
        try
        {
            return await HoldAsync(request, mine.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BotApiError(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        finally
        {
            Release(mine);
        }
    }

    private async Task<JsonNode> HoldAsync(BotRequest request, CancellationToken cancellationToken)
    {
        if (request.Fields["allowed_updates"] is JsonArray allowed)
        {
            world.AllowedUpdates = [.. allowed.Select(static one => (string)one!)];
        }

        var hold = Task.Delay(TimeSpan.FromSeconds(Math.Clamp(request.Number("timeout") ?? 0, 0, 50)), time, cancellationToken);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var news = world.News;
            var updates = world.Take(request.Number("offset"), (int)(request.Number("limit") ?? 100));
            if (updates.Count > 0 || hold.IsCompletedSuccessfully)
            {
                return updates;
            }

            await Task.WhenAny(news, hold);
        }
    }

    private void Replace(CancellationTokenSource mine)
    {
        lock (_gate)
        {
            _current?.Cancel();
            _current = mine;
        }
    }

    private void Release(CancellationTokenSource mine)
    {
        lock (_gate)
        {
            _current = _current == mine ? null : _current;
        }
    }
}
