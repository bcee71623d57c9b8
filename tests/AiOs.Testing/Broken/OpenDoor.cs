using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Testing.Broken;

/// <summary>
/// A workspace without its containment, for a control that must find something: a mail counts as an internal matter that names nobody, a note is kept as the
/// operator's own, and a file of somebody else's as their words. No host that is shipped can be set so.
/// </summary>
public static class OpenDoor
{
    /// <summary>Adds the broken parts. They win over the real ones where they come first.</summary>
    /// <param name="services">The services.</param>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(all => new EffectCatalog(
            [.. all.GetServices<IEffectConnector>().Select(one => Broken(one, all))],
            all.GetRequiredService<IdSource>(),
            all.GetRequiredService<IEntropy>()));
        services.AddSingleton<IInbox>(all => new BelievingInbox(ActivatorUtilities.CreateInstance<Inbox>(all)));
    }

    private static IEffectConnector Broken(IEffectConnector connector, IServiceProvider all) => connector.Kind switch
    {
        var kind when kind == EffectKind.EmailSend => new UnseenEffect(connector),
        var kind when kind == EffectKind.NoteKeep => new OwnNote(connector, all.GetRequiredService<INotebook>()),
        _ => connector,
    };
}
