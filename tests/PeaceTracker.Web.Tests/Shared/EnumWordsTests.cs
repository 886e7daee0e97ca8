using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Import;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Services.Parties;
using PeaceTracker.Services.Positions;
using PeaceTracker.Services.Search;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Outcomes;
using PeaceTracker.Web.Features.Positions;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Shared;

/// <summary>
/// Every member of every public enum of Domain and Services has words, and no two members of one enum have the same. The words of an enum
/// are the methods of Web that make a text of a localizer and a member: <c>Word(l, level)</c>.
/// </summary>
public class EnumWordsTests : ComponentTests
{
    private const string Heads = "the heads of the table name what they order by";

    private static readonly Assembly[] Assemblies = [typeof(Board).Assembly, typeof(SearchText).Assembly];

    private static readonly IEnumerable<Type> Enums = Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.IsEnum);

    private static readonly ILookup<Type, MethodInfo> Methods = typeof(Text).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(string) && method.GetParameters() is [var l, var member]
            && l.ParameterType == typeof(IStringLocalizer<Text>) && EnumOf(member).IsEnum)
        .ToLookup(method => EnumOf(method.GetParameters()[1]));

    // Enums whose words need more than the member.
    private static readonly Dictionary<Type, Func<IStringLocalizer<Text>, Enum, string>> Others = new()
    {
        [typeof(DatePrecision)] = (l, precision) => l.Date(new DateOnly(2025, 12, 15), (DatePrecision)precision),
        [typeof(MatrixOrder)] = (l, order) => Order(l, (MatrixOrder)order, descending: false),
        [typeof(OutcomeState)] = (l, state) => OutcomeWords.State(l, new Outcome
        {
            State = (OutcomeState)state, DecidedBy = "Ana", Slug = "talks", AuthorId = "1", Author = "Ben", Form = "{}", BegunAt = default,
        }),
    };

    // Enums of which no page shows a member, with the reason. A new enum belongs here only if that is so.
    private static readonly Dictionary<Type, string> NotShown = new()
    {
        [typeof(NotComparableReason)] = "a sentence for each, of the whole comparison",
        [typeof(IndicativeReason)] = "the same, of a comparison that is only indicative",
        [typeof(SourceWarningKind)] = "a sentence for each, of the whole warning",
        [typeof(SignInEnd)] = "it decides which page comes next",
        [typeof(AuditPart)] = "the filter names what it offers",
        [typeof(ColumnType)] = "files name types as “CSV on the Web” does",
        [typeof(PortfolioSort)] = Heads,
        [typeof(SourceSort)] = Heads,
        [typeof(PartySort)] = Heads,
        [typeof(RoundSort)] = Heads,
        [typeof(GroupSort)] = Heads,
        [typeof(OfferSort)] = Heads,
        [typeof(DraftSort)] = Heads,
        [typeof(PairSort)] = Heads,
        [typeof(ComparedSort)] = Heads,
        [typeof(ImportStage)] = "it decides what the page of an import shows",
        [typeof(FieldContent)] = "it decides how a field of a table is chosen",
        [typeof(AttentionReason)] = "the list of what is to be done has a kind of its own for each",
    };

    private IStringLocalizer<Text> L => Services.GetRequiredService<IStringLocalizer<Text>>();

    public static TheoryData<Type> Shown => [.. Enums.Where(type => !NotShown.ContainsKey(type))];

    [Theory]
    [MemberData(nameof(Shown))]
    public void Words_EachMember_HasWordsOfItsOwn(Type type)
    {
        var words = Methods[type].Select<MethodInfo, Func<Enum, string>>(method => member => (string)method.Invoke(null, [L, member])!)
            .Concat(Others.TryGetValue(type, out var other) ? [member => other(L, member)] : []).ToList();

        Assert.True(words.Count > 0, $"{type.Name} has no words. Give it some in Web, or say in this test why no page shows it.");
        Assert.All(words, word =>
        {
            var all = Enum.GetValues(type).Cast<Enum>().Select(word).ToList();
            Assert.DoesNotContain(all, string.IsNullOrWhiteSpace);
            Assert.Distinct(all);
        });
    }

    [Fact]
    public void NotShown_EachEnum_HasNoWords() =>
        Assert.DoesNotContain(NotShown.Keys, type => Methods[type].Any() || Others.ContainsKey(type));

    [Fact]
    public void Others_EachEnum_IsAmongThoseThatArePublic() => Assert.Empty(Others.Keys.Concat(NotShown.Keys).Except(Enums));

    [Fact]
    public void Order_TheOtherWayRound_HasWordsOfItsOwn() => Assert.Distinct(
        Enum.GetValues<MatrixOrder>().SelectMany(order => (string[])[Order(L, order, descending: false), Order(L, order, descending: true)]));

    private static Type EnumOf(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    private static string Order(IStringLocalizer<Text> l, MatrixOrder order, bool descending)
    {
        var record = new RecordBuilder().Issues(1, null).Build();
        var key = order switch
        {
            MatrixOrder.Party => record.Parties[0].Key,
            MatrixOrder.Dyad => record.Dyads[0].Key,
            _ => null,
        };
        return l.Order(new Board(record, 1), order, key, descending);
    }
}
