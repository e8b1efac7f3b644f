# ruff: noqa: SIM905 - a list of literals would be a line a word
"""Given names that the census list lacks, of many cultures; folded to ASCII, lower case. Not complete, and never will
be.
"""

from typing import Final

FIRST_NAMES: Final = frozenset(
    """
aadil aaliyah aarav aarya abdallah abdel abdirahman abdo abdou abdoulaye abdul abdulaziz abdullah abdullahi abebe
abena abhishek abigael abimbola adaeze adalbert adalet adama adebayo adedayo adel adelheid adeola aditi aditya adnan
adrien adrijana aeryn afanasy afonso afua agata aggeliki agnes agneta agnieszka agostino ahmad ahmed ahmet aidan
aiden aigerim aiko aileen aine aino aisha aishwarya aissata ajay akash akemi aki akim akinyi akira akos akosua aksel
alaa alan alana alasdair alban albin albina alejandra alejandro aleksandar aleksander aleksandr aleksandra aleksei
aleksi alena alenka ales alessandra alessandro alessia alessio alexandr alexandre alexandros alexei alexey alfonso
alfred alhassan alice alija alik alina alisher aliya aliyah alizee aljaz allegra almaz alois aloisia alojz alojzija
altan alvaro amadou amalie amanuel amara amare amarjit ambroz amelie amin amina aminata amir amira amit amita ammar
amna amrita anahit anais anand ananya anastasia anastasios anastasiya anastazja anatol anatoly anders andile andras
andre andrea andreas andreea andrei andrej andreja andres andrew andrey andro andrzej andrzeja aneta angelika
angelos anh aniela anika anil anina anita anja anjali ankit ankita ann-marie annabelle anneke anneli annelies
anneliese annemarie annette annick annika annikki annukka anouk ansel anselm ante anthi antje anton antonella antoni
antonia antonije antonin antonios antti anuja anurag anush anwar aoife apolonija apostolos araceli aram arash
archana arda arif arild arina arjun arkady arlette armand armando armen armin arnaldo arnar arnaud arne arnold arnt
arpad arpine artem arthit artur arturo aryan asad asel asher ashish ashok ashot ashraf ashwin asif asim askar aslak
aslan asli asma asmaa asta astri astrid asuka atanas atanasia atieno atsuko atsushi attila aubree aude audun auli
aune aurelie aurelien auste avetik aviv avner avraham awa aya ayaan ayaka ayala ayan ayano ayden ayelet ayesha aygul
ayman ayna ayodele ayse aysel aysha ayumi ayumu azadeh azamat aziz aziza babajide babak bachir badr bahar bakhyt
balazs baldur baltasar barbora barnabas bart bartlomiej bartosz bashir basma bassam bastian bastien batya baurzhan
beata beatrix beatriz behnam behrouz bekele bela belal belinda benedek benedetta benedikt bengt benjamin benoit
berit berk bernadett bernat bernd bernt berta bertalan besnik bettina bhavna bianca bilal bilge billie birger birgit
birgitta birgitte birkir birna birta bjarne bjarni bjork bjorn blanka blaz blazej blazenka boaz bodil bogdan
boglarka boguslaw bohdan bohumil bojan bojana boleslaw bongani bora boris borislav borut borys bozena bozidar brahim
branimir branislav branka branko bratislav brayden braydon brendan brid brigita brigitta britt britta bronislav
bronislaw bronwyn bruna brunhilde bruno buket burak burcu busra caden cagla cai caio caitriona callum camden cameron
camille canan candan caoimhe carina carles carlota carmen carmine carolin carolina caroline carson carsten casper
catalin catalina catarina catherine cathrine catrin cecile cecilia cecilie celeste celina celine cem cengiz ceren
cezary chandra chantal charalampos charlotta charlotte charu cheikh chenoa chiamaka chiara chibuzo chidi chiemeka
chigozie chiho chijioke chika chikako chiko chinedu chinonso chinwe chioma chloe chris christa christakis christel
christelle christer christina christof christoffer christoph christophe christos chukwuemeka cian ciaran cihan
cinzia claas claire clara clarissa claudia claudio claudiu clelia clemence clement clementine cletus clothilde
coleta colm colton concetta conor constanza cooper corentin corina corinna cornel cornelia cornelis corrado cosmin
costas cristian cristiana cristiano cristina cristobal csaba csilla cyprian cyril cyrille czeslaw dace dafydd dag
dagmar dagny dagur daiki dainius daisuke dalal dalia dalibor daliborka damian damien damir damjan dana danai danica
daniela daniele danijel danijela danil danila danilo danka danko danuta daria dariia darina dario dariusz darja
darko darya david davide davit davor davorin davud dawid dawit dayo debora deborah deepa deepak deepika defne
deirdre dejan delphine demetra denis deniz denys derya desislava desmond despina destiny devi devika devon dhruv
diana didier diego dieter dilara dilek dilip dilnoza dilshod dima dimitar dimitra dimitri dimitrios dimitris dina
dinara dinesh dino dipak diyar djamila djordje dmitri dmitriy dmitry dmytro dobromir dogan domagoj domenico dominik
dominika dominique donatas donatella dorota dorotea doroteja dorothea dorte dov dovid dragan dragana dragica dragisa
drago dragoljub dragos dragoslav drahomira drazen dunja dusan dusanka dushyant dvora dzenan dzenana easton ebba
ebele eben eberhard ebru ece eda edda edin edina edita edmund edoardo edouard eduard eduarda eduardo eduards edvard
edvin edwige efrat efstathios efthymios egidijus egil egor ehsan ehud eija eila eilert eilidh eilif einar eino eirik
eirini eitan eivind ekaterina ekin ekrem elaheh elanur elchin eleftheria elek elena eleni eleonora eleonore elfriede
elham elia eliana elias eliasz elif eliise elijah elin elina eline elisa elisabet elisabeth elisabetta eliska elke
ella elle ellen elli ellinor elmar elmira elodie eloise elsbeth elsie elvin elvira elvis elwira elyas elzbieta eman
emanuel emanuela emanuele emeka emel emelie emersyn emil emilia emiliano emilie emilija emilio emin emina emine emir
emma emmanouil emmanuelle emmi emre ender endre engin enikko eniko ennio enno enrica enrico ensar enver enzo eoghan
eoin epp erdal erdem eren erhan eric erica erick erik erika erin erkin erkki erlend erlendur erlingur ermin erna
ernestas ernesto ernst ervin erwan erwin erzsebet esa eskil esma esra esteban estefania estelle eszter etelka ethan
etienne etsuko eugen eugenia eugeniusz eusebio eva evangelia evangelos evdokia evelien eveliina evelina eveline
everly evert evgeni evgenia evgeny evren ewa ewelina ewout eyal eyglo eystein eyup ezgi ezinne fabian fabiana fabien
fabienne fabio fabiola fabrice fabrizio fadi fadila fahad fahim fahima faisal faith faiza fanny fareed farhad farhan
farid farida fariha farouk fateh fathi fatih fatima fatimah fatma fatou fatoumata fatuma faustine fausto fawzia
federica federico fedor feliciana felicitas feliks felix femi femke fengxia ferdinand ferenc fergus ferhat ferid
feride fernanda fernando fidan fikret filip filipa filippa filippo finley finn finnbogi finnur fiona fioralba
fiorella firas fjodor flavia flavio flemming fleur flora florent florentina florian floriana florin floris folke
fotini fotis franca francesc francesca francesco francisco franciska franciszek francois francoise franjo franka
franz franziska frauke fred freddie frederic frederik frederike fredrik fredrika freja freya frida frieda friederike
friedhelm friedrich friso frits fritz frode fryderyk fuad fumiko funda funmilayo furkan gabor gabriel gabriela
gabriele gabrijela gaetan gaetano gaia galina gamal ganesh gareth garik gaspar gaspard gaston gaurav gauri gauthier
gavin gavriel gellert genc genevieve gennady gennaro geoffrey geoffroy georg george georges georgi georgia georgios
georgy gerald gerda gerhard gerlinde german gerold geronimo gerrit gert gertraud gertrud gerwin getachew ghada
ghassan gheorghe ghislaine giacomo giada gian giancarlo gianluca gianni giedre gil gilad gilbert gilberto gilda
gilles gina gino gintaras giorgi giorgia giorgio giorgos giovanna giovanni girish gisela gisele gisli gita gitte
giulia giuliana giuliano giulio giuseppe giuseppina gizem gjergj gloria goce godfrey godfried gokce gokhan gonca
goncalo gonzalo gopal goran gorana gordana gorka gosta gottfried goutam govind grayson grazia graziano graziella
grazina greta gretar grethe greyson grigor grigori grigory grzegorz gudjon gudmund gudmundur gudny gudrun guido
guillaume guillermo gul gulay gulnara gulsen gulshan gunay gunda gunilla gunn gunnar gunnhild gunnvor gunter gunther
gunvor gurpreet gustaf gustav gustavo gvidas gwendolyn gwilym gyongyi gyorgy gyula gzim habib habiba hadas hadassah
hadi hadiza hadley hafsa hafsteinn haider haile hailemariam hakan hakim hakon halfdan halil halima halina halla
halldor hallgrimur hallvard halyna hamad hamed hamid hamida hamza hana hanan haneul hanife hanna hannah hannele
hannelore hannes hannibal hanno hannu hans hanspeter hao haoran haral harald haris harish harjit harper harpreet
harri harsh harshad haru haruka haruki haruko haruna haruto hasan hassan hatice hatidza hava havard haya hayat
hayato hayden hayk hector hedda hedvig hedwig heidrun heike heikki heiko heimir heiner heinrich heinz helen helena
helene helga helge helgi helle hellen hellmut helmi helmut hemant hendrik hendrika henk hennie henning henri
henrietta henriette henrik henrike henrique henryk heorhii herbert heribert herman hermann hermina hermine hernan
herve hessel hiba hicham hichem hideaki hideki hideko hideo hilal hilbert hilda hilde hildegard hilding hildur hilke
hilla hillevi hilma hilmar hinrik hippolyte hiro hiroaki hiroki hiroko hiromi hiroshi hiroto hiroyuki hisako hisashi
hisham hjalmar hjalti hjordis hlynur hoang hoda holger honorata honza horatiu horst hossein houda hovhannes hrafn
hrafnhildur hristina hristo hrvoje hubert huda hudson hugo huguette husam husein huseyin hussain hussam hussein
hyacinthe hynek iain iaroslav ibai ibrahim ibrahima ibukun ichiro ida idan idris idrissa ieva ievgen ifeanyi ifeoma
ignacio ignacy ignas ignatius igor ihab iida iiris iker ikram ilan ilaria ildar ildiko ilhan ilia ilias ilie ilija
ilinca ilja ilka ilkka illugi ilmari ilona ilse ilya ilyas imad imane imani imran imre inaya inbar indira indra
indre ines inga inge ingeborg ingeborga ingemar inger ingibjorg ingmar ingolf ingolfur ingrid ingrida ingunn ingvar
ingvild inna ioan ioana ioanna ioannis ion ionut ioulia ipek iqbal irakli irena irene ireneusz irfan irina iris irma
irmeli irmgard irmina irvin iryna isaac isabeau isabel isabela isabella isabelle isaiah isak isam isamu isha ishaan
ismael ismail ismet ismeta isolde issa istvan italo itziar iulia iuliana iva ivan ivana ivanka ivar ivars iveta
ivica ivka ivo ivona iwan iwona iza izabela izabella izidor izumi izzat jaakko jaan jaana jace jacek jachym jacint
jacob jacopo jacques jaden jadranka jadwiga jagoda jaime jairo jakob jakov jakub jaleh jamal jamila jamilah jana
janaki janek janez jani janica janina janis janja janka janko janne jannik janos janusz jari jarkko jarl jarle
jarmila jarmo jaromir jaroslav jaroslava jaroslaw jasmin jasmina jasna jasper jaswinder jaume javed javier javor
jaxon jayanti jayden jean-baptiste jean-claude jean-luc jean-marc jean-pierre jedrzej jeff jelena jelle jena jenny
jeno jens jeppe jerneja jeroen jerome jerzy jesper jesus jette jia jiahao jiao jiaqi jie jihad jihane jimena jin
jindrich jindriska jing jinwoo jiri jirina jisoo jitendra jitka joachim joakim joana joanna joanne joao joaquin
jochen joelle joep joerg johan johann johanna johannes johansson johnathan johnathon joke jolan jolanda jolanta
jonas jonatan jone jonna joost joran jordan jordi jorg jorge jorgen jorid joris jorma jorn jorunn jose josef josefa
josefina josep joseph josephine josip josipa jostein josue joszef jouni jovan jovana jovanka jovica jovo jowita
jozef jozefa jozica jozo jozsef juan juana juanita judit judita juergen juha juhan juhani juho jukka julian juliana
juliane julianna julie julien julieta juliette julija julio julita julius juliusz junaid junichi junko juraj jurgen
jurgita juri jurica jurij jussi justas justina justine justyna jutta juuso jyoti jyrki kaan kaarel kaarina kaarlo
kadek kaden kadir kadri kai kaija kaisa kaitlin kaitlyn kaito kajsa kaleb kalina kalle kaloyan kalpana kamal kamala
kamil kamila kamilla kamran kana kanako kanan kang kaoru kapil karan kareem karel karen kari karim karima karin
karina karine karl karla karlheinz karlis karlo karol karolina karoline karolis karoly karsten kasandra kashif kasia
kasim kaspar kasper katalin katarina katarzyna katerina kateryna katharina kathrin kati katia katinka katja katjusa
katka kato katri katrin katrina katrine katsumi katya kaur kaveh kavita kaya kaylee kayode kazi kazimierz kazuhiro
kazuki kazuko kazuo kazuya kees kei keiji keiko keira keita keith kelechi kemal ken kenan kendra kenichi kenji kenta
kentaro kerem kerim kerstin kerttu ketevan keti ketil ketut kevser khadija khadijah khadra khaled khalid khalida
khalil khan khanh khin khurram kiana kiara kieran kiki kilian kim kimiko kinga kinneret kinsley kiran kiril kirill
kirsi kirsten kirsti kirstine kiyoko kiyoshi kjartan kjell kjersti kjetil klaas klara klaudia klaus klavdija klemen
klemens klement knud knut kobina koen kofi koichi koji kojo kolbein kolbrun konrad konstantin konstantina
konstantinos konstanty konstanze kornel kornelia kosta kostas kostiantyn kotaro kouassi krasimir kresimir kreso
kresten kris krishna kristaps kristel kristen kristian kristiane kristiina kristijan kristin kristina kristine
kristinn kristjan kristo kristof kristoffer krisztian krisztina krisztof krystian krystof krystyna krzysztof ksenia
kseniya kubra kuldeep kumar kunal kunle kursat kvetoslava kwabena kwadwo kwaku kwame kwasi kyler kyoko kyra kyriakos
kyrylo lachlan ladislav ladislava laetitia laila laima laith lakshmi lale lalita lamar lamia lamin lamine lana
landon lara larisa larissa lars lasha lasse laszlo lateef latifa laura laure laurence laurens laurent lauri laurids
laurine lauritz laurynas lavinia layla leandro lech leena leif leighton leila leire lejla lena leni lenka lennart
leo leokadia leon leonard leonardo leonid leonida leonidas leonie leonor leonora leopold leopoldine leszek leticia
letizia levan levent levente leyla leyre lia liam lian liana lidia lidija lieke lien liesbeth lieselotte ligia lila
lili lilian liliana liliane lilija lilit lilja lilla lin lina linas lincoln linda linh linn linnea linus lio lior
liora lisa lisbet lisbeth lise liselotte lisette liubov liv livia liz lizette ljerka ljiljana ljubica ljubisa
ljubomir ljudmila lloyd lluis lodewijk logan loic lola lone loredana loreley lorena lorenz lorenza lorenzo loris
lothar lotta lotte louisa louise louisette lovisa lovro lubica lubomir lubos luc luca lucas lucia lucian luciana
luciano lucie lucien lucija lucjan lucyna ludek ludger ludmila ludovic ludovica ludvig ludvik ludwig ludwik luis
luisa luise luiz luka lukas lukasz luke lulu luming luna lutz luuk luukas luz lydia lydie lyubov maarten maartje
maciej mackenzie maddox madhu madhuri mads mael maelle maelys maeve mafalda magda magdalena magdolna magne magnea
magnhild magni magnus mahdi mahesh mahfuz mahir mahmood mahmoud mahmud mahnoor mai maia maija maiken maja majbritt
majda majid makayla makoto maksim maksym malak malek malene malgorzata malick malik malika malin malina malka malte
malvina mamadou mame mamoru mana manal manar mandeep manfred manish manisha manjit manju manoj manon mansoor manuel
manuela manuele maor mara marat marc marcel marceli marcelina marcella marcello marcelo marcin marco marcos mareike
marek marel maren margareta margarete margarethe margarida margarita margaux margherita margit margot margret
margrethe margriet marguerite mari maria mariah mariam mariame mariana mariane marianna marianne mariano mariateresa
marica marie marie-claire marie-louise marieke mariela marielle marietta mariia marija marijana marijke marijo
marika mariko marin marina marine marinela marinko marinus mario mariola marion marios maris marisa marisela marisol
marit marita marius mariusz mariya marja marjan marjatta marjeta marjolein marjorie marjut mark marketa markku marko
markus marlena marlene marlies marlise marloes marlon marta marte martha marthe martijn martin martina martine
martinho martino marton martti marvin marwa marwan mary maryam maryana maryia maryla maryna marzena marzia masaaki
masahiro masaki masako masami masashi masato masha massimo matej mateja mateo mateus mateusz mathias mathieu
mathilda mathilde mathis matias matic matija matilda matilde matina mats matt matteo matthaus matthew matthias
matthieu matthijs matti mattia mattias maurice mauricio maurits maurizio mauro max maxence maxim maxime maximilian
maya mayank mayra mayu mayumi mbali mckenna mehdi mehmed mehmet mehrdad mehwish mei meike meinhard meir melanie
melek melike melina melis melisa melissa melita melker meltem menachem mendel mercedes mercia meret merete meriem
merih merike merita merja mert merve meryem meseret mesut metka mette meysam mia micael micah michaela michail
michal michalina michalis michel michela michele micheline michelle michiel michiko midori mieczyslaw mieke mieko
mihaela mihai mihail mihajlo mihaly miho miika miikka mijo mikael mikaela mikail mikala mikhail miki mikkel mikko
miklos mikolaj mikulas mila milada milagros milan milana milanka milda milena milenko milica milivoj miljan miljana
milla milo milodrag milorad milos miloslav milosz milovan mimi mina minako mineko minna minoru minttu mioara miodrag
miquel mira mirabela miranda mircea mireia mireille mirela mirella miren miriam mirja mirjam mirjana mirka mirko
mirna miro miroslav miroslava miroslaw mirsad mirza mitja mitra mitsuko mitsuru miyuki mlada mladen modesta mohamad
mohamed mohammad mohammed mohan mohit mohsen moira moises moishe mojca momcilo momoka mona monica monika monique
monserrat mordechai morgane moritz morten mose moshe mostafa motoko moussa mugur muhammad muhammed muhammet mukesh
mungo munir murad murat murielle musa mustafa mustapha myriam myroslava nabil nabila nada nadav nadeem nadege
nadezda nadezhda nadia nadija nadin nadine nadir nadiya nadja nadzeya naeem nafisa naglaa nahid nahla naila naim
najib najwa nakia nam namita namrata nana nanami nancy nandini nandita nanna naoki naoko naomi naoto naoya narek
narendra naresh narges nargiz naseem naser nasim nasima nasir nasrin nasser natalia natalie natalija nataliya
natalya natan natasa natasha nathalie nathan naveed naveen navid navneet nawal nazan nazanin nazar nazarii nazim
nazli nebojsa necla nectaria neda nedeljko nedim nedzad neelam neema neeraj neha nejc nela nelida nella nello
nemanja nenad neringa nermin nermina neslihan nevaeh nevena neves neyla ngoc ngozi nguyen nhung niamh nicanor
niccolo nicholas nico nicola nicolae nicolai nicolas nicole nicoleta nicoletta nicolette nidal nidia niels nika
nikhil nikita niklas niko nikola nikolai nikolaj nikolaos nikolas nikolaus nikolay nikolche nikoleta nikolett
nikolina nikolos nikos nilay nils nilufar nilufer nimrod nina ninette ninh nino ninoslav nir niranjan nirmala nis
nisha nishant nita nitin nitzan niv njal nnamdi noa noam noelia noemi noemie nolan noor nora norbert noriko norma
norman nour noura noureddine novak novalie ntombi nuno nura nuran nurcan nurgul nuri nuria nurit nurlan nurten oana
obinna octavian octavio oddbjorg oddny oddvar odeta odette odile odin odysseas ofelia ofer ofir ognjen oguz ohad
oihane okan oksana oktay olaf olafur olanrewaju olav ole oleg oleh oleksandr oleksandra oleksii olena oliver olivera
olivia olivier olle olof olov oluchi olumide oluwaseun oluwatobi olympia omar omari omid omkar onder ondine ondrej
onni onur oonagh ophelie ophir oriol orkun orla orlando ornella orpah orsolya ortrud orvokki osama osamu osasu oscar
oskar oskari osman osmo osnat osvald oswaldo otakar otgon othman otilia ottar ottavio otto ottoline oussama outi ove
oya oystein oyvind ozan ozge ozgur ozlem paavo pablo padma padraig paisley paivi pal paloma pamina panagiota
panagiotis pankaj paola paolo parisa parmjit parth parvin parviz parwana pascal pascale pasi pasquale pati patricija
patricio patrick patrik patriks patrizia patrycja patryk paul paula paulette pauliina paulina pauline paulo paulus
pavel pavla pavle pavlina pavlo pavlos pavol pawel payam peder pedro pegah peggy peik pekka pelagia pelle penelope
penka peppi pere perica pernilla pernille perrine pertti perttu petar peter petr petra petri petrica petronela
petronella petros petru petrus petter petteri petya peyton philibert philipp philippa philippe philippos phuong pia
pier piera pierluigi piero pierpaolo pierre pierrick piet pieter pietro piia pilar pille pinar pinhas piotr pirita
pirjo pirkko pjotr plamen polina polona pooja poonam pouya prabhu pradeep prakash pramila pramod pranav prasad
prashant pratik praveen preben predrag preeti prem premila primoz priscila priscilla priti priya priyanka prokop
przemyslaw purnima pyry qasim qiang quang quentin quinn quirin quoc rabia rachael rachana rachele rachid rada radek
radka radmila rado radojka radomir radoslav radoslaw radovan radu radwan raelynn rafael rafaela rafal raffaele
raffaella rafik ragna ragnar ragnheidur ragnhild rahel rahim rahma rahul raimo raimund rainer raisa raj raja rajan
rajeev rajendra rajesh rajiv raju rakel rakesh ralf ralitsa ramadan raman ramazan ramesh ramin ramiro ramiz ramon
ramona ramunas ramune randi rania ranjit ranko raphael raphaelle raquel rares rasa rashad rasheed rashid rashida
rasim rasmus rastislav raul rauna ravi ravindra raymonde razvan reagan rebecca rebecka rebeka recep reem reetta
refik refika regina regine regis regula reha reidar reidun reijo reiko reima reimar rein reina reine reiner reinhard
reinhild reinhold reinis rejhan reka remco remi remigio remigiusz remy rena renan renars renat renata renate renato
renaud rene renee renzo reshma resul reuven reyhan reza rhiannon rhodri ricarda ricardo riccarda riccardo richard
rickard rifat riho riikka rikard rikke riku riley rima rina rinaldo ringo rinor rio ritu ritva riva riyad rizwan
roald robbert robert roberta roberto robin robrecht rocio rodica rodolfo rodrigo roel roeland rogelio roger rogerio
roghieh rohan rohini rohit roland rolande rolando roma romain roman romana romane romano romina romuald romy ronaldo
ronit ronja rosalba rosalia rosalind rosamund rosana rosangela rosanna rosario rosaura rosella roser rositsa rossana
rossella roswitha roxana roxanne roya roza rozalia rozalija rozsa ruben rubija rubina rudi rudolf rufina ruggero rui
rukhsana rumen runa runar rune ruslan ruta ruth ruud ruxandra ruza ruzena ruzica ryan rylee ryo ryoichi ryoko ryota
ryszard ryuji saad saana saara saba sabah sabiha sabina sabine sabino sabri sabrina sabrine sachiko sachin sadaf
sadako sadia sadie saeed saeid safa safiya safwan sagar sahar sahil saida saif sajid sajjad sakari saki sakina
sakshi sakura salah salam saleh salem salha salim salima sally salma salman salome salomea salomon salvador
salvatore salwa sam sami samia samina samir samira samo sampo samson samu samuel samuele samuli sana sanaa sandeep
sander sandhya sandor sandra sandrine sandro sangeeta sanja sanjay sanjeev sanjit sanna sanne sanni santeri santiago
santosh santtu saoirse sara sarah saranda sari sarita sarka sarunas sasa sascha sasha saskia satoko satoru satoshi
satu saul saule saverio savitri savo sawsan sawyer sayaka sayed seamus sean sebahat sebastiaan sebastian sebastiano
sebastien sebnem seda sedat sedef sedina seema sefa seher seif seiji selam selcuk selena selim selin selina selma
selman semih semiha semir semira semra senad senada seojun seoyeon serafim serafina serap seraphine serdar serena
serge sergei sergey sergi sergio sergiu serhan serhat serhii serkan serpil servet sesilia setareh sevda severin
severine sevgi sevil sevim sevinc seyed seyma shabnam shada shafiq shahid shahin shahnaz shahram shahzad shai shaima
shakeel shakira shalini shalom shama shamil shamim shamsa shankar shantanu shaquille sharif sharmila shashi shaul
sheila shekhar shen sherif sherine sherzod shigeko shigeru shilpa shimon shinichi shinji shinobu shiori shira shirin
shiro shiv shivani shlomo shoaib shobha shoichi shoko shoshana shota shraddha shreya shubham shuji shulamit shun
shunsuke shweta sibel sibusiso siddharth siegfried sieglinde siegmund sif sigbjorn sigfrid siggeir sigmar sigmund
signe signy sigrid sigridur sigrun sigtryggur sigurbjorn sigurd sigurdur sigurjon siham siim siiri sikandar silas
silja silje silke silva silvana silvano silvestre silvia silvie silvija silvio sima simen simeon simin simo simon
simona simone simonetta sina sinan sindre sindri sinead sini sinikka siobhan siri sirkka sirpa siti siv siva sivan
sixten siyabonga siyana sjoerd skarphedinn skylar slavica slavko slavomir slawomir sloane slobodan smadar smilja
smita sneha snezana snezhana snorri soeren sofia sofiane sofie sofija sofiya sofya sohail soheila sokratis solange
soledad solfrid solomia solomon solrun solvei solveig somchai sonal sonam sondre soner songul sonia sonja sonya
soo-jin sophie soraya sorel soren sorin sorina sotiria sotirios souad soufiane soukaina spela spiros spyridon spyros
srdjan sreten srinivas stacho stana stanimir stanislas stanislav stanislava stanislaw stanka stanko stavros stefan
stefania stefanie stefanija stefano stefanos steffen steffi stefka stein steinar steingrimur steinthor steinunn
stelian stelios stella sten stephan stephane stephanie steven stieg stig stijn stina stine stipe stjepan stoyan
stoyanka strahinja styrmir subhash sucheta suchitra sudha sudhir sufyan suhail suhayla sujata sukru suleiman
sulejman suleyman sultan suman sumeyye sumit sumitra sunil sunita suraj suresh surya susan susana susann susanna
susanne sushil sushma suvi suzana suzanne suzu svanhild svante svava svein sveinn sveinung sven svend svenja sverre
sverrir svetlana svetoslav sviatoslav swantje swati sybille syed sylva sylvain sylvaine sylvester sylvia sylvie
sylwester sylwia szabina szabolcs szilard szilvia szymon taavi tabassum tadahiro tadas tadeas tadej tadeja tadeusz
taha tahir tahira taimi taina takahiro takako takao takashi takayuki takeo takeshi taku takumi takuya tal talal
talia talip talitha tamar tamara tamas tamaz tamer tamika tamires tamsin tanel taneli tania tanja tanju tanner tanvi
tanya tapani tapio tarak taras tarek tariq tarja tarmo tarun taryn tasneem tatiana tatjana tatsuo tatsuya tatyana
tauno tautvydas tayfun tayyab teemu teet tekla telmo temesgen tendai tengiz tenzin teodor teodora teodoro teofil
teppo teresia tereza terezia terezija terhi terho terje tero tess tessa tetiana tetsuo tetsuya thaddeus thanasis
thandi thanh thea thekla themba theodor theodora theodoros theofanis theofilos therese theresia thi thiago thibault
thierry thijs thilo thomas thora thorbjorn thordis thorir thorleif thorsten thorvald thorvaldur thulani thulasi thuy
thyra tiago tibor tihana tihomir tiina tija tijana tilda tillmann tilman tim timea timo timon timotej timothee timur
tina tinatin tine tineke tino tiphaine tirtza titus tiziana tiziano tobias tobiasz tobin toivo tola tom tomas tomasz
tomaz tomek tomi tomiko tomislav tomislava tommaso tomoko tomoya toni tonje tonka tonko tor tora toralf torben
torbjorn torborg tord tore torgeir torgny torhild toril torill torkel torleif tormod torstein torsten torunn toshiko
toshio touko tove toyin traian trevor triantafyllos trine tristan troels trond trude truls trygve tsuyoshi tsvetan
tsvetana tudor tuija tuncay tunde tuomas tuomo turgut turid turkan tuula tuulikki twan tyra tzipora tzvi ubaldo uche
udo uffe ugo ugochukwu ugur ulf uliana ulises ulla ulrica ulrich ulrik ulrika ulrike umair umar umberto umit umut
una urho uriel uros ursula ursule urszula urte usha usman ute utku uwe uzma vaclav vadim vahan vahe vahid vaiva
valdemar valdimar valdis valentin valentina valentine valentyn valentyna valeri valeria valerian valerie valerii
valerija valerio valeriu valeriy valida valtteri vanessa vangelis vanja vanya varda vardan varun varvara vasco vasil
vasile vasiliki vasilios vasilis vasilisa vasiliy vasily vassilis vasyl vaughan vebjorn vedad vedran veera vegar
vehbija veikko veli velibor velimir veljko velma vendela venera venkat venkatesh ventsislav vera verena verica
verner veronica veronika veronique vesa veselin vesna vessela vibeke vicenta vicente victoire victoria vida vidar
vigdis vignir vijay vikas vikram viktor viktoria viktoriia viktorija vilde vilem vilhelm vilhelmiina vilhjalmur
vilho viliam viljami viljo villads ville vilma vilmos vilson vinay vincent vincenza vincenzo vineet vinicius vinko
vinod vinzenz violeta violetta violette virag virgil virginie virginija vishal vishnu visnja vit vitalij vitaliy
vitaly vito vitor vittoria vittorio vitus vivek viveka viviana vivien vivienne vlad vlada vladan vladimir vladimira
vladislav vladyslav vlasta vlastimil vlatka vlatko vojin vojislav vojislava vojtech volha volkan volker volodymyr
vuk vukasin vusi vyacheslav vytas vytautas wael wafa waheed wahid walburga waldemar walid walter waltraud wanda
wangari wanjiku warren waseem wassim wenche wendelin werner weronika wesley weston wiebke wieslaw wieslawa wiktor
wiktoria wilfried wilhelm wilhelmina wilhelmine willem willemijn willi wim winfried wioletta wiremu witold wladyslaw
wlodzimierz wojciech wolf wolfgang wolfram wouter wyatt xabier xander xavi xavier xenia xiang xiaoling xiaoming
xiaoyan ximena xinyi xochitl xuan yaakov yael yaffa yahya yair yakov yakub yamina yan yana yanis yann yanna yannick
yannis yara yaron yaroslav yaser yash yashar yasin yasir yasmeen yasmin yasmina yasmine yasser yasuko yasuo yasushi
yavuz yehuda yehudit yelena yelizaveta yerlan yesenia yeva yevgeny yevhen yevheniia yiannis yigit yildiz yilmaz
yisrael yitzhak ylva yngve yoav yochanan yohannes yoichi yoko yolande yonas yonatan yordan yordanka yorick yosef
yoshihiro yoshiko yoshio youcef younes youness yousef yousra youssef yrjo yuichi yuji yuka yukari yukiko yukio yulia
yuliana yuliya yumi yumiko yuri yurii yuriko yusef yusra yusuf yusuke yuto yuval yves yvette yvo yvonne zacharias
zachary zafer zahid zahir zahra zahraa zaid zaida zain zainab zaira zakaria zakia zaltan zander zaneta zara zarina
zarko zaur zayden zaynab zbigniew zbynek zdenek zdenka zdenko zdravka zdravko zdzislaw zeev zehra zeinab zekeriya
zelda zelimir zeljka zeljko zenobia zenon zeynep zhanar zhanna ziad zigmund zigmunt zijad zinaida zineb zita ziva
zivko zlata zlatan zlatica zlatka zlatko zoe zoey zofia zofija zohar zohra zoltan zora zoran zorana zorica zorka
zoya zrinka zrinko zsofia zsolt zsuzsa zsuzsanna zubair zuhair zuhal zulfiqar zulfiya zuzana zuzanna zvezdana zvi
zvonimir zvonko zydrunas zygmunt zykina
""".split()
)
