/// A catalogue of checks as a shell script, for transcripts: the file `mood` in the knowledge base says how it behaves.
enum FakeCatalogue {
  static let script = #"""
    #!/bin/sh
    # Speaks casebook-checks/1; one check, which proves the fix of shop/lost-update unless the mood is another.
    say() { printf '%s\n' "$1"; }
    mood=$(cat mood 2>/dev/null)
    case $mood in
      dead) echo "error: no such module 'CasebookChecks'" >&2; exit 1 ;;
      mute) sleep 60; exit ;;
      chatty) say 'Building for production...'; exit ;;
      newer) say '{"event":"hello","protocol":"casebook-checks/2"}'; exit ;;
    esac
    say '{"event":"hello","protocol":"casebook-checks/1","kit":"fake"}'
    block=shop.fix; case $mood in astray) block=shop.fixx ;; esac
    check() {
      say '{"event":"check","id":"'$1'","case":"shop","source":"Shop/Lost.swift","claimTexts":["the fix loses none"],
        "variants":[{"name":"bug","role":"bug","expect":"proved","covers":["shop.bug"]},
        {"name":"fix","role":"fix","expect":"proved","covers":["'$block'"]}],"limitMs":100}' | tr -d '\n'; echo
    }
    claim() { echo '{"text":"the fix loses none","fix":"fix","holds":'$1',"failsWhenSwapped":'$2'}'; }
    verdict() { say '{"event":"verdict","id":"shop/lost","verdict":"'$1'",'"$2"'"claims":['"$(claim $3 $4)"']}'; }
    metric() {
      beside=; case $mood$1 in besidebug) beside=',"documentValue":"lost: 5"' ;; esac
      say '{"event":"metric","variant":"'$1'","name":"lost","value":'$2',"unit":"orders","stability":"exact"'"$beside"'}'
    }
    while read -r request; do
      case $request in
        *list*)
          check shop/lost; case $mood in double) check shop/again ;; esac
          say '{"event":"end","name":"list"}' ;;
        *run*)
          case $mood in crash) echo 'Fatal error: index out of range' >&2; kill -SEGV $$ ;; esac
          lost=4; case $mood in drift) lost=5 ;; esac
          metric bug $lost; metric fix 0
          say '{"event":"exit","variant":"bug","exit":"ok","wallMs":2}'
          say '{"event":"exit","variant":"fix","exit":"ok","wallMs":2}'
          case $mood in
            notProved) verdict fixNotProved '"reason":"false of fix: the fix loses none",' false true ;;
            notReproduced) verdict bugNotReproduced '"reason":"false of bug: the bug loses one",' true true ;;
            both) verdict notDiscriminating '"reason":"true also with bug and fix exchanged: the fix loses none",' true false ;;
            refuted) verdict notRefuted '"reason":"fix was to be refuted, and every claim holds of it",' true true ;;
            skipped) verdict skipped '"reason":"needs Linux 6.3; this is 5.10",' true true ;;
            error) verdict error '"reason":"fix: did not end in time",' true true ;;
            liar) verdict proved '"strength":"counted",' false true ;;
            broken) say 'Segmentation fault' ;;
            *) verdict proved '"strength":"counted",' true true ;;
          esac
          say '{"event":"end","name":"run"}' ;;
      esac
    done
    """#
}
