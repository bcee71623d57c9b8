using AiOs.Channels.Teams.Tokens;
using AiOs.Contracts;

namespace AiOs.Channels.Teams.Connector;

/// <summary>Asks a connector for something until it is clear what came of it: in turn, in pace, with a token that holds.</summary>
internal sealed class ConnectorClient(ConnectorExchange exchange, ConversationQueues queues, IBotTokens tokens, TimeProvider time)
{
    private static readonly NextMove.Refused OtherHost = new("The Teams conversation names a connector that is not allowed.");

    /// <summary>Calls, and again where that is right. Gives up before a call begins, never in one. Throws a transient <see cref="AiOsException"/> where no token is to be had.</summary>
    public async Task<NextMove> CallAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        // Before a token is even asked for.
        if (!exchange.Allows(call.Address))
        {
            return OtherHost;
        }

        var queue = queues.Of(call.Place.ConversationId);
        return call.Verb == ConnectorVerb.Typing
            ? await TypeAsync(call, queue, cancellationToken)
            : await queue.RunAsync(token => CallAsync(call, queue, token), cancellationToken);
    }

    /// <summary>Nobody waits to be told that we are typing.</summary>
    private async Task<NextMove> TypeAsync(ConnectorCall call, PacedQueue queue, CancellationToken cancellationToken)
    {
        try
        {
            if (queue.TryPass() && queues.Tenant.TryPass())
            {
                await exchange.SendAsync(call, await tokens.GetAsync(cancellationToken));
            }
        }
        catch (AiOsException)
        {
            // Without a token nothing else can be said either, and that is told where it matters.
        }

        return new NextMove.Done(null);
    }

    private async Task<NextMove> CallAsync(ConnectorCall call, PacedQueue queue, CancellationToken cancellationToken)
    {
        var renewed = false;
        for (var calls = 1; ; calls++)
        {
            await queue.PassAsync(cancellationToken);
            await queues.Tenant.PassAsync(cancellationToken);
            var token = await tokens.GetAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            var move = AnswerRules.Of(call.Verb, await exchange.SendAsync(call, token), calls, renewed);
            switch (move)
            {
                case NextMove.Again again:
                    await Task.Delay(again.Wait, time, cancellationToken);
                    break;
                case NextMove.NewToken:
                    tokens.Drop(token ?? string.Empty);
                    renewed = true;
                    break;
                default:
                    return move;
            }
        }
    }
}
