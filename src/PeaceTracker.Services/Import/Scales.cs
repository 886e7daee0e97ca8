using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Import;

/// <summary>
/// The scales of the board by the words of files. Only what can mean one value alone stands here: "agreed" could be two levels, and what a colour
/// means is known to whoever chose it.
/// </summary>
internal static class Scales
{
    public static ScaleWords<Level> Levels { get; } = ScaleWords<Level>.Of(
        (Level.NotDiscussed, "Not discussed|0|not yet discussed|не обговорювалося|не обсуждалось|non discuté|nicht besprochen"),
        (Level.Disputed, "Disputed|1|in dispute|blocked|спірне|спорно|contesté|strittig|disputado"),
        (Level.Narrowing, "Narrowing|2|gap narrowing|bridging|зближення|сближение|rapprochement|Annäherung"),
        (Level.AgreedInPrinciple, "Agreed in principle|3|in principle|principle|погоджено в принципі|согласовано в принципе"
            + "|accord de principe|grundsätzlich vereinbart|acordado en principio"),
        (Level.TextAgreed, "Text agreed|4|agreed text|wording agreed|текст погоджено|текст согласован|texte convenu|Text vereinbart"),
        (Level.Concluded, "Concluded|5|signed|adopted|укладено|заключено|conclu|abgeschlossen|concluido"),
        (Level.Deferred, "Deferred|postponed|відкладено|отложено|différé|reporté|vertagt|aplazado"),
        (Level.NotApplicable, "Not applicable|n a|not relevant"),
        (Level.Unknown, "Unknown|not known|no evidence|невідомо|неизвестно|inconnu|unbekannt|desconocido"));

    public static ScaleWords<Basis> Bases { get; } = ScaleWords<Basis>.Of(
        (Basis.OnRecord, "On record|both sides|both|confirmed by both|documented"),
        (Basis.Claimed, "One-sided|claimed|one side|claim"));

    public static ScaleWords<DatePrecision> Precisions { get; } = ScaleWords<DatePrecision>.Of(
        (DatePrecision.Day, "Day|exact|день|jour|Tag"), (DatePrecision.Week, "Week|тиждень|неделя|semaine|Woche"),
        (DatePrecision.Month, "Month|місяць|месяц|mois|Monat"));

    public static ScaleWords<Stance> Stances { get; } = ScaleWords<Stance>.Of(
        (Stance.Accepts, "Accepts|accept|accepted|supports"),
        (Stance.AcceptsWithConditions, "Accepts with conditions|conditional|conditionally|accepts conditionally"),
        (Stance.Undecided, "Undecided|neutral|unclear"), (Stance.Objects, "Objects|object|objection|opposes"),
        (Stance.Rejects, "Rejects|reject|rejected|refuses|against"));

    public static ScaleWords<Flexibility> Flexibilities { get; } = ScaleWords<Flexibility>.Of(
        (Flexibility.Flexible, "Flexible|movable"), (Flexibility.Firm, "Firm|fixed"),
        (Flexibility.RedLine, "Red line|redline|red-line|non-negotiable"));

    public static ScaleWords<Attribution> Attributions { get; } = ScaleWords<Attribution>.Of(
        (Attribution.SelfStated, "Self-stated|self|own statement|official statement"),
        (Attribution.AttributedByAnotherParty, "Attributed by another party|other party|another party"),
        (Attribution.MediatorReadOut, "Mediator read-out|mediator|mediator readout"),
        (Attribution.MediaReported, "Media-reported|media|press|reported"), (Attribution.AnalystInferred, "Analyst-inferred|analyst|inferred"));

    public static ScaleWords<Role> Roles { get; } = ScaleWords<Role>.Of(
        (Role.Principal, "Principal|party to the conflict|belligerent|protagonist|negotiating party"),
        (Role.Mediator, "Mediator|facilitator|посередник|посредник|médiateur|Vermittler"), (Role.Guarantor, "Guarantor|guarantees|гарант|garant"),
        (Role.Supporter, "Supporter|ally|friend"), (Role.Funder, "Funder|donor"), (Role.Observer, "Observer|спостерігач|наблюдатель|observateur"));

    public static ScaleWords<Reliability> Reliabilities { get; } = ScaleWords<Reliability>.Of(
        (Reliability.A, "A: completely reliable|completely reliable"), (Reliability.B, "B: usually reliable|usually reliable"),
        (Reliability.C, "C: fairly reliable|fairly reliable"), (Reliability.D, "D: not usually reliable|not usually reliable"),
        (Reliability.E, "E: unreliable|unreliable"), (Reliability.F, "F: reliability can’t be judged|cannot be judged|unknown"));

    public static ScaleWords<ClaimScope> Scopes { get; } = ScaleWords<ClaimScope>.Of(
        (ClaimScope.WholeBoard, "The whole|whole board|whole|all|everything|the deal"), (ClaimScope.Dyad, "One pair|dyad|pair"),
        (ClaimScope.Issues, "Some issues|issues|issue"), (ClaimScope.Draft, "A draft|draft|document"), (ClaimScope.Other, "Something else|other"));

    public static ScaleWords<ClaimThreshold> Thresholds { get; } = ScaleWords<ClaimThreshold>.Of(
        (ClaimThreshold.Agreed, "Agreed|agreed in principle"), (ClaimThreshold.Text, "Text agreed|text|ready to sign|wording"),
        (ClaimThreshold.Narrowed, "Gaps narrowed|narrowed|narrowing"), (ClaimThreshold.None, "None of these|none"));

    // Our own files say how a round looks from their day: one that nobody reported is still planned.
    public static ScaleWords<RoundState> RoundStates { get; } = ScaleWords<RoundState>.Of(
        (RoundState.Planned, "Planned|upcoming|not reported|announced|scheduled|заплановано|запланировано|prévu|geplant"),
        (RoundState.Held, "Held|took place|done|past|відбувся|состоялся|tenu|abgehalten"),
        (RoundState.CalledOff, "Called off|cancelled|canceled|скасовано|отменено|annulé|abgesagt"));

    public static ScaleWords<YesNo> Truths { get; } = ScaleWords<YesNo>.Of(
        (YesNo.Yes, "Yes|true|1|y|x|так|да|oui|ja|sí|vrai|wahr"), (YesNo.No, "No|false|0|n|ні|нет|non|nein|faux|falsch"));
}

/// <summary>Yes or no, as a scale.</summary>
internal enum YesNo
{
    /// <summary>It is so.</summary>
    Yes,
    /// <summary>It is not so.</summary>
    No,
}
